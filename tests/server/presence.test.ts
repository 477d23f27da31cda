import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Presence } from '#admin/server/workflow/presence.ts';
import { people, startWorld, type World } from './harness.ts';

const { editor, otherEditor, approver } = people;

describe('who has an entry open', () => {
  test('everybody else, by name', () => {
    const presence = new Presence();
    expect(presence.tell('article/a', editor, 0)).toEqual([]);
    expect(presence.tell('article/a', otherEditor, 1000)).toEqual([{ name: editor.name }]);
    expect(presence.tell('article/a', editor, 2000)).toEqual([{ name: otherEditor.name }]);
  });

  test('of that entry alone', () => {
    const presence = new Presence();
    presence.tell('article/a', editor, 0);
    expect(presence.tell('article/b', otherEditor, 0)).toEqual([]);
  });

  test('one person counts once, however many windows she has', () => {
    const presence = new Presence();
    presence.tell('article/a', editor, 0);
    presence.tell('article/a', editor, 500);
    expect(presence.tell('article/a', approver, 1000)).toEqual([{ name: editor.name }]);
  });

  test('until she closes it', () => {
    const presence = new Presence();
    presence.tell('article/a', editor, 0);
    presence.leave('article/a', editor);
    expect(presence.tell('article/a', otherEditor, 1000)).toEqual([]);
  });

  test('and is forgotten a minute after she was last heard of', () => {
    const presence = new Presence();
    presence.tell('article/a', editor, 0);
    expect(presence.tell('article/a', otherEditor, 59_999)).toEqual([{ name: editor.name }]);
    expect(presence.tell('article/a', otherEditor, 60_000)).toEqual([]);
  });
});

describe('POST /api/presence', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const entry = { collection: 'article', slug: 'dich-vu-cong' };

  test('tells two people of each other', async () => {
    await world.request('/api/presence', { as: 'editor', body: entry });
    const { status, body } = await world.request('/api/presence', { as: 'approver', body: entry });
    expect([status, body]).toEqual([200, { others: [{ name: editor.name }] }]);
  });

  test('forgets who closes the entry', async () => {
    await world.request('/api/presence', { as: 'editor', body: { ...entry, leaves: true } });
    const { body } = await world.request('/api/presence', { as: 'approver', body: entry });
    expect(body).toEqual({ others: [] });
  });

  test('is for people who are logged in', async () => {
    expect((await world.request('/api/presence', { body: entry })).status).toBe(401);
  });

  test.each([
    ['an address that is not one', { collection: 'article', slug: '../main' }],
    ['an unknown type', { collection: 'nothing', slug: 'a' }],
    ['no entry', {}],
  ])('refuses %s', async (_, body) => {
    expect((await world.request('/api/presence', { as: 'editor', body })).status).toBe(422);
  });
});
