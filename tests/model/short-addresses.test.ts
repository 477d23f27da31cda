import { expect, test } from 'vitest';
import type { AnyEntry } from '#src/load/entry.ts';
import { shortAddressTargets } from '#src/model/short-addresses.ts';
import { shortId } from '#src/model/short-id.ts';

const entry = (type: 'article' | 'document', slug: string) =>
  ({
    type,
    slug,
    address: `/${type}/${slug}/`,
    syllables: 0,
    data: { title: `Tên của ${slug}`, summary: 'Tóm tắt.' },
  }) as AnyEntry;

const targets = shortAddressTargets({
  inForce: [entry('article', 'con-do')],
  retired: [entry('article', 'da-go')],
  former: [
    { slug: 'ten-cu', entry: entry('article', 'ten-moi') },
    { slug: 'van-ban-cu', entry: entry('document', 'van-ban') },
  ],
});

test('the code on an old poster still leads on when the entry was withdrawn or renamed', () => {
  expect(targets.map(({ id, address }) => [id, address])).toEqual([
    [shortId('article', 'con-do'), '/article/con-do/'],
    [shortId('article', 'da-go'), '/article/da-go/'],
    [shortId('article', 'ten-cu'), '/article/ten-moi/'],
    [shortId('document', 'van-ban-cu'), '/document/van-ban/'],
  ]);
});

test('only an entry in force has a share card', () => {
  expect(targets.map(({ image }) => image?.path)).toEqual([
    '/anh-chia-se/article/con-do.png',
    undefined,
    undefined,
    undefined,
  ]);
});
