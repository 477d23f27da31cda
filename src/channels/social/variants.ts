/** Ways to say a content, fullest first: what has no room at a readable size is left to the page. */
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { kitWords } from '#src/text/kit.ts';
import type { OutlineSection } from '#src/schema/type.ts';
import type { PictureContent } from './input.ts';

export interface Variant {
  content: PictureContent;
  /** Whether the drawing stands large above the content, not small in the head. */
  isDrawn?: boolean;
  /** Said below the content: what else the page has. */
  notice?: string;
}

/** Kinds whose drawing bears the numbers of their list: it wants to be seen large. */
const keyed: readonly PictureContent['kind'][] = [
  'steps',
  'timeline',
  'comparison',
  'parts',
  'duties',
  'sixClear',
];

/**
 * The content as it is, then without what may be left out whole. Nothing is ever cut short: a text
 * stands complete or not at all, and then the picture says that the page has more. A picture that says
 * `oneThing` shows the first point alone.
 */
export function variants(content: PictureContent, oneThing: boolean): [Variant, ...Variant[]] {
  if (content.kind === 'outline') return oneThing ? [firstOf(content)] : shorter(content.sections);
  const lean = leanest(content);
  const all: [Variant, ...Variant[]] = lean ? [{ content }, lean] : [{ content }];
  if (oneThing || !keyed.includes(content.kind)) return all;
  // Rather the drawing with the names alone than every word without it: the page has the words. What is
  // compared is in the words.
  const [whole, ...rest] = all.map((one) => ({ ...one, isDrawn: true }));
  return content.kind === 'comparison' ? [whole!, ...all] : [whole!, ...rest, ...all];
}

function firstOf({ sections }: Extract<PictureContent, { kind: 'outline' }>): Variant {
  const [first, ...others] = sections;
  if (!first) return { content: { kind: 'outline', sections: [] } };
  const { heading, items } = first;
  const content = { kind: 'outline' as const, sections: [{ heading, items: items.slice(0, 1) }] };
  return items.length + others.length > 1 ? { content, notice: kitWords.restOnPage } : { content };
}

/** Sections are left out from the last; what is most important stands first. */
function shorter(sections: readonly OutlineSection[]): [Variant, ...Variant[]] {
  const all: Variant = { content: { kind: 'outline', sections: [...sections] } };
  const fewer = sections.slice(1).map((_, index): Variant => {
    const kept = sections.length - 1 - index;
    const { heading, items } = sections[kept]!;
    return {
      content: { kind: 'outline', sections: sections.slice(0, kept) },
      notice: kitWords.listOnPage(heading, items.length),
    };
  });
  return [all, ...fewer];
}

function leanest(content: InfographicContent): Variant | undefined {
  const notice = kitWords.restOnPage;
  switch (content.kind) {
    case 'steps':
      return {
        content: { ...content, items: content.items.map(({ name }) => ({ name })) },
        notice,
      };
    case 'timeline': {
      const items = content.items.map(({ when, name }) => ({ when, name }));
      return { content: { ...content, items }, notice };
    }
    case 'figures': {
      const items = content.items.map(({ value, label }) => ({ value, label }));
      return { content: { ...content, items }, notice };
    }
    case 'parts':
      return {
        content: { ...content, items: content.items.map(({ name }) => ({ name })) },
        notice,
      };
    case 'duties': {
      const names = new Set(content.items.map(({ unit }) => unit.title));
      return { content: named(kitWords.unitsTogether, [...names]), notice };
    }
    case 'comparison': {
      const whole = kitWords.fromTo(content.from, content.to);
      return {
        content: named(
          whole,
          content.items.map(({ name }) => name),
        ),
        notice,
      };
    }
    case 'axes': {
      const items = content.items.map((item) => ({ ...item, message: '' }));
      return { content: { ...content, items }, notice };
    }
    default:
      return undefined;
  }
}

function named(whole: string, names: string[]): PictureContent {
  return { kind: 'parts', whole, items: names.map((name) => ({ name })) };
}
