import type { Finding } from '../../schema/finding.ts';
import { pageFinding, type Dist } from './rule.ts';

const loads: Record<string, readonly string[]> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  embed: ['src'],
  object: ['data'],
  form: ['action'],
};

/** Link relations that make a browser fetch. */
const fetching =
  /^(?:stylesheet|preload|modulepreload|icon|apple-touch-icon|manifest|preconnect|dns-prefetch|prefetch)$/;

/** No page asks another host for anything (product rule: no third-party request). */
export function thirdParty({ pages }: Dist): Finding[] {
  return pages.flatMap((page) =>
    page.elements.flatMap(({ tag, attributes, line, text }) => {
      const names = tag === 'link' ? linkNames(attributes) : (loads[tag] ?? []);
      const outside = names
        .map((name) => attributes[name] ?? '')
        .filter((value) => /(?:^|[\s,])(?:https?:)?\/\//.test(value));
      if (tag === 'style' && /url\(["']?(?:https?:)?\/\//.test(text)) outside.push('CSS url(…)');
      return outside.map((value) =>
        pageFinding(
          page,
          'third-party',
          `Trang gọi ra ngoài: ${value}. Hãy đưa tệp về trang.`,
          line,
        ),
      );
    }),
  );
}

function linkNames(attributes: Readonly<Record<string, string>>): readonly string[] {
  const relations = (attributes['rel'] ?? '').split(/\s+/);
  return relations.some((relation) => fetching.test(relation)) ? ['href'] : [];
}
