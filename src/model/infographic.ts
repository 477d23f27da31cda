/** What an infographic shows, with every reference followed: pages and pictures draw from this. */
import type { Axis, Unit } from '#src/load/entry.ts';
import type { InfographicData } from '#src/schema/index.ts';
import { infographicType, type InfographicKind } from '#src/schema/infographic.ts';
import { followOne } from './relations.ts';

/** A group of the form, as filled in for its kind. */
type Group<K extends InfographicKind & keyof InfographicData> = { kind: K } & NonNullable<
  InfographicData[K]
>;

/** An axis as an infographic names it; the message is word for word the plan's. */
export interface AxisWords {
  /** 1 to 7. */
  order: number;
  title: string;
  address: string;
  message: string;
}

export type InfographicContent =
  | Group<'figures'>
  | Group<'steps'>
  | Group<'timeline'>
  | Group<'comparison'>
  | Group<'parts'>
  | { kind: 'duties'; items: { unit: { title: string; address: string }; what: string }[] }
  | { kind: 'sixClear'; items: { label: string; text: string }[] }
  | Group<'quote'>
  | {
      kind: 'message';
      axis: AxisWords;
      /** The message's second clause and the editor's note about it, where there are such. */
      more?: string | undefined;
      note?: string | undefined;
      meanings: string[];
    }
  | { kind: 'axes'; items: AxisWords[] };

/** What entries of other types an infographic draws on; the axes in the plan's order. */
export interface InfographicSources {
  axes: readonly Axis[];
  units: readonly Unit[];
}

/** The content of an infographic; its data has passed the type's rule. */
export function infographicContent(
  data: InfographicData,
  { axes, units }: InfographicSources,
): InfographicContent {
  switch (data.kind) {
    case 'figures':
      return { kind: data.kind, ...data.figures! };
    case 'steps':
      return { kind: data.kind, ...data.steps! };
    case 'timeline':
      return { kind: data.kind, ...data.timeline! };
    case 'comparison':
      return { kind: data.kind, ...data.comparison! };
    case 'parts':
      return { kind: data.kind, ...data.parts! };
    case 'quote':
      return { kind: data.kind, ...data.quote! };
    case 'duties':
      return {
        kind: data.kind,
        items: data.duties!.items.map(({ unit, what }) => {
          const { address, data: named } = followOne(units, unit);
          return { unit: { title: named.title, address }, what };
        }),
      };
    case 'sixClear':
      return { kind: data.kind, items: sixClearItems(data.sixClear!) };
    case 'message': {
      const axis = followOne(axes, data.axis!);
      const { messageMore: more, messageNote: note } = axis.data;
      return {
        kind: data.kind,
        axis: axisWords(axis),
        more,
        note,
        meanings: data.message?.meanings ?? [],
      };
    }
    case 'axes':
      return { kind: data.kind, items: axes.map(axisWords) };
  }
}

/** The clauses of a message, which the plan joins by dashes. */
export function messageParts(message: string): string[] {
  return message.split(' - ');
}

function axisWords({ address, data: { order, title, message } }: Axis): AxisWords {
  return { order, title, address, message };
}

/** The lines that are filled in, each with its label in the form, in the form's order. */
function sixClearItems(values: NonNullable<InfographicData['sixClear']>) {
  const { form } = infographicType.fields.sixClear;
  const fields = form.widget === 'object' ? form.fields : {};
  return Object.entries(fields).flatMap(([name, field]) => {
    const text = values[name as keyof typeof values];
    return text === undefined ? [] : [{ label: field.form.label, text }];
  });
}
