import { describe, expect, test } from 'vitest';
import type { DraftFacts } from '#admin/list/rows.ts';
import { isWanted, nothingWanted, rowOf, type DraftStatus } from '#admin/list/rows.ts';
import { types } from '#src/schema/index.ts';

const facts: DraftFacts = {
  isMine: false,
  isSentBack: false,
  reasons: { approve: 'không', publish: 'không' },
};

function row(data: object = {}, status?: DraftStatus, more: Partial<DraftFacts> = {}) {
  return rowOf(types.article, {
    collection: 'article',
    slug: 'bai-mot',
    data: { title: 'Bài một', axis: 'dang', ...data },
    ...(status && { draft: { status, authors: 'An, Bình', facts: { ...facts, ...more } } }),
  });
}

describe('the eye finds first', () => {
  const may = { reasons: {} };
  test.each<[string, DraftStatus | undefined, Partial<DraftFacts>, string, string]>([
    ['what was sent back to me', 'draft', { isMine: true, isSentBack: true }, 'back', 'back'],
    ['what I may approve', 'pending_review', may, 'toReview', 'review'],
    ['what I may publish', 'pending_publish', may, 'toPublish', 'ready'],
    ['what I write', 'draft', { isMine: true }, 'mine', 'draft'],
    ['what waits for others', 'pending_review', { isMine: true }, 'mine', 'review'],
    [
      'what publishes by itself',
      'pending_publish',
      { ...may, publishAt: '2026-12-01T01:00:00Z' },
      'others',
      'scheduled',
    ],
    ['what others write', 'draft', { isSentBack: true }, 'others', 'back'],
    ['what stands on the site', undefined, {}, 'rest', 'live'],
  ])('%s', (_, status, more, section, standing) => {
    expect(row({}, status, more)).toMatchObject({ section, standing });
  });

  test('a withdrawn entry says so', () => {
    expect(row({ withdrawn: { on: '2026-11-01', reason: 'Cũ' } })).toMatchObject({
      standing: 'withdrawn',
    });
  });

  test('behind a git host nothing is known of persons', () => {
    const listed = { collection: 'article', slug: 'x', data: {} };
    const draft = { status: 'draft' as const, authors: 'An', facts: undefined };
    expect(rowOf(types.article, { ...listed, draft })).toMatchObject({
      title: 'x',
      section: 'others',
      standing: 'draft',
    });
  });
});

describe('a list is narrowed', () => {
  const today = '2026-11-28';
  const wanted = (asked: object) => ({ ...nothingWanted, ...asked });

  test('to an axis and a standing together', () => {
    expect(isWanted(row({}, 'draft'), wanted({ axis: 'dang', standing: 'draft' }), today)).toBe(
      true,
    );
    expect(isWanted(row({}, 'draft'), wanted({ axis: 'dang', standing: 'live' }), today)).toBe(
      false,
    );
  });

  test.each([
    ['2026-11-27', true, true],
    ['2026-11-28', true, true],
    ['2026-11-29', false, true],
    ['2026-12-28', false, true],
    ['2026-12-29', false, false],
    [undefined, false, false],
  ])('to what is to be read again: %s', (reviewDate, due, soon) => {
    const one = row(reviewDate === undefined ? {} : { reviewDate });
    expect(isWanted(one, wanted({ review: 'due' }), today)).toBe(due);
    expect(isWanted(one, wanted({ review: 'soon' }), today)).toBe(soon);
  });
});
