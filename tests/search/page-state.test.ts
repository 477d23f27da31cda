import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '#src/search/engine.ts';
import { excerptParts } from '#src/search/excerpt.ts';
import { countValue, narrow, type Members } from '#src/search/facets.ts';
import { formatState, parseState } from '#src/search/url-state.ts';

describe('state in the address', () => {
  it('is what a plain form sends', () => {
    const state = { q: 'chuyển đổi số', chosen: { truc: ['a', 'b'], loai: ['bai-viet'] } };
    expect(formatState(state)).toBe(
      '?q=chuy%E1%BB%83n+%C4%91%E1%BB%95i+s%E1%BB%91&truc=a&truc=b&loai=bai-viet',
    );
    expect(parseState(formatState(state))).toEqual(state);
  });
  it('is empty when nothing is asked', () => {
    expect(formatState(parseState(''))).toBe('');
    expect(formatState({ q: '  ', chosen: { truc: [], loai: [] } })).toBe('');
  });
  it('comes back from the address', () => {
    const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z]+$/));
    const chosen = fc.record({ truc: slugs, loai: slugs });
    fc.assert(
      fc.property(fc.string(), chosen, (text, values) => {
        const state = { q: text.normalize('NFC').trim(), chosen: values };
        expect(parseState(formatState(state))).toEqual(state);
      }),
    );
  });
});

describe('facets', () => {
  const hits = ['1', '2', '3'].map((id) => ({ id }) as Hit);
  const members: Members = {
    truc: new Map([
      ['a', new Set(['1', '2'])],
      ['b', new Set(['3'])],
    ]),
    loai: new Map([['bai-viet', new Set(['1', '3'])]]),
  };
  it('joins values of one facet by or, facets by and', () => {
    const ids = (chosen: { truc: string[]; loai: string[] }) =>
      narrow(hits, chosen, members).map(({ id }) => id);
    expect(ids({ truc: [], loai: [] })).toEqual(['1', '2', '3']);
    expect(ids({ truc: ['a', 'b'], loai: ['bai-viet'] })).toEqual(['1', '3']);
    expect(ids({ truc: ['unknown'], loai: [] })).toEqual([]);
  });
  it('counts a value with what is chosen in the other facet', () => {
    const chosen = { truc: ['b'], loai: ['bai-viet'] };
    expect(countValue(hits, chosen, members, 'truc', 'a')).toBe(1);
  });
});

describe('excerptParts', () => {
  it('joins marked words and gives plain text', () => {
    expect(excerptParts('về <mark>chuyển</mark> <mark>ḍổi</mark> &lt;b&gt;')).toEqual([
      { text: 'về ', marked: false },
      { text: 'chuyển đổi', marked: true },
      { text: ' <b>', marked: false },
    ]);
  });
  it('has no part for no text', () => expect(excerptParts('')).toEqual([]));
});
