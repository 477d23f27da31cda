/** Ways to say a content, fullest first: what has no room at a readable size is left to the page. */
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { kitWords } from '#src/text/kit.ts';
import type { OutlineSection } from '#src/schema/type.ts';
import type { PictureContent } from './input.ts';

export interface Variant {
  content: PictureContent;
  /** Said below the content: what else the page has. */
  notice?: string;
}

/**
 * The content as it is, then without what may be left out whole. Nothing is ever cut short: a text
 * stands complete or not at all, and then the picture says that the page has more.
 */
export function variants(content: PictureContent): [Variant, ...Variant[]] {
  if (content.kind === 'outline') return shorter(content.sections);
  const lean = leanest(content);
  return lean ? [{ content }, lean] : [{ content }];
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
