/** Follows the references of an infographic: pages and pictures draw from the result. */
import type { Data } from '#src/schema/index.ts';
import { infographicType } from '#src/schema/infographic.ts';
import type { Entry } from './entry.ts';
import { followOne } from './follow.ts';
import type { AxisWords, ClearLine, InfographicContent } from './infographic-content.ts';

type InfographicData = Data<'infographic'>;

/** What entries of other types an infographic draws on; the axes in the plan's order. */
export interface InfographicSources {
  axes: readonly Entry<'axis'>[];
  units: readonly Entry<'unit'>[];
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

function axisWords({ address, data: { order, title, message } }: Entry<'axis'>): AxisWords {
  return { order, title, address, message };
}

/** The lines that are filled in, each with its label in the form, in the form's order. */
function sixClearItems(values: NonNullable<InfographicData['sixClear']>): ClearLine[] {
  const { form } = infographicType.fields.sixClear;
  const fields = form.widget === 'object' ? form.fields : {};
  return Object.entries(fields).flatMap(([key, field]) => {
    const name = key as ClearLine['name'];
    const text = values[name];
    return text === undefined ? [] : [{ name, label: field.form.label, text }];
  });
}
