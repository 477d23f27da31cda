import { Map, fromJS } from 'immutable';
import { describe, expect, test } from 'vitest';
import { registerEvents } from '#admin/app/events.ts';
import { entryFormat, slugOf } from '#admin/app/slug.ts';

type Data = Map<string, unknown>;
const data = (value: object) => fromJS(value) as Data;

describe('the slug of a new entry', () => {
  test('follows the title, in whatever form it was typed', () => {
    const title = 'Nộp hồ sơ ở nhà'.normalize('NFD');
    expect(slugOf(data({ title }))).toBe('nop-ho-so-o-nha');
    expect(slugOf(data({ title, shortTitle: 'Đề án 6' }))).toBe('de-an-6');
    expect(slugOf(data({}))).toBe('');
  });

  test('is the editor’s when she typed one', () => {
    expect(slugOf(data({ title: 'Nộp hồ sơ', slug: 'nop-mot-lan' }))).toBe('nop-mot-lan');
  });

  test('never reaches the file', () => {
    const text = entryFormat.toFile(
      { title: 'Nộp hồ sơ', slug: 'nop-ho-so', body: 'Chữ' },
      ['title', 'slug'],
      {},
    );
    expect(text).toContain('title: Nộp hồ sơ');
    expect(text).not.toContain('slug');
    expect(entryFormat.fromFile(text)).toMatchObject({ title: 'Nộp hồ sơ', body: 'Chữ' });
  });
});

test('a group that was taken out of the form leaves no key in the file', () => {
  const text = entryFormat.toFile({ title: 'Nộp hồ sơ', steps: undefined }, ['title', 'steps'], {});
  expect(text).toBe('---\ntitle: Nộp hồ sơ\n---\n');
});

describe('before a save', () => {
  type Handler = (event: { entry: Data }) => Promise<Data>;
  function handlerWhere(taken: string): Handler {
    let handler: Handler | undefined;
    const cms = {
      registerEventListener: (listener: { handler: Handler }) => (handler = listener.handler),
    };
    registerEvents(cms as never, {
      isTaken: (_, slug) => Promise.resolve(slug === taken),
      onFirstSave: () => undefined,
    });
    return handler!;
  }
  const entry = (newRecord: boolean) =>
    Map({ collection: 'article', newRecord, data: data({ title: 'Nộp hồ sơ' }) }) as Data;

  test('a new entry gets the slug that was shown', async () => {
    const saved = await handlerWhere('khac')({ entry: entry(true) });
    expect(saved.get('slug')).toBe('nop-ho-so');
  });

  test('it is refused when another entry has it', async () => {
    await expect(handlerWhere('nop-ho-so')({ entry: entry(true) })).rejects.toThrow(
      'Đã có mục mang mã “nop-ho-so”',
    );
  });

  test('an old entry keeps its own', async () => {
    const saved = await handlerWhere('nop-ho-so')({ entry: entry(false) });
    expect(saved.has('slug')).toBe(false);
  });
});
