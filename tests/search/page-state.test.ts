import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countValue, narrow } from '#src/search/facets.ts';
import type { Members } from '#src/search/lexicon.ts';
import { eachFacet, facetNames, formatState, parseState } from '#src/search/url-state.ts';

const none = eachFacet((): string[] => []);

describe('state in the address', () => {
  it('is what a plain form sends', () => {
    const state = {
      q: 'chuyển đổi số',
      chosen: { ...none, truc: ['a', 'b'], loai: ['bai-viet'], nam: ['2026'] },
      newest: true,
      asTyped: false,
    };
    expect(formatState(state)).toBe(
      '?q=chuy%E1%BB%83n+%C4%91%E1%BB%95i+s%E1%BB%91&truc=a&truc=b&loai=bai-viet&nam=2026&xep=moi',
    );
    expect(parseState(formatState(state))).toEqual(state);
  });
  it('is empty when nothing is asked', () => {
    expect(formatState(parseState(''))).toBe('');
    expect(formatState({ q: '  ', chosen: none, newest: false, asTyped: false })).toBe('');
  });
  it('comes back from the address', () => {
    const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z]+$/));
    const chosen = fc.record({ truc: slugs, loai: slugs, 'doi-tuong': slugs, nam: slugs });
    fc.assert(
      fc.property(
        fc.string(),
        chosen,
        fc.boolean(),
        fc.boolean(),
        (text, values, newest, asTyped) => {
          const state = { q: text.normalize('NFC').trim(), chosen: values, newest, asTyped };
          expect(parseState(formatState(state))).toEqual(state);
        },
      ),
    );
  });
});

describe('facets', () => {
  const pages = [1, 2, 3].map((page) => ({ page, reading: [] }));
  const members: Members = {
    ...eachFacet(() => new Map<string, Set<number>>()),
    truc: new Map([
      ['a', new Set([1, 2])],
      ['b', new Set([3])],
    ]),
    loai: new Map([['bai-viet', new Set([1, 3])]]),
  };
  it('joins values of one facet by or, facets by and', () => {
    const ids = (chosen: Partial<Record<(typeof facetNames)[number], string[]>>) =>
      narrow(pages, { ...none, ...chosen }, members).map(({ page }) => page);
    expect(ids({})).toEqual([1, 2, 3]);
    expect(ids({ truc: ['a', 'b'], loai: ['bai-viet'] })).toEqual([1, 3]);
    expect(ids({ truc: ['unknown'] })).toEqual([]);
  });
  it('counts a value with what is chosen in the other facets', () => {
    const chosen = { ...none, truc: ['b'], loai: ['bai-viet'] };
    expect(countValue(pages, chosen, members, 'truc', 'a')).toBe(1);
  });
});
