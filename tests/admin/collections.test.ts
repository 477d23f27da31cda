import { describe, expect, test } from 'vitest';
import { makeCollections } from '#admin/app/collections.ts';
import type { Options } from '#admin/app/options.ts';
import { makeConfig } from '#admin/app/config.ts';
import type { Fields, Form } from '#src/schema/field.ts';
import { allTypes } from '#src/schema/index.ts';

const collections = makeCollections({ today: '2026-03-20', isBehindHost: false });

const byName = (name: string): Options => {
  const found = collections.find((collection) => collection.name === name);
  if (!found) throw new Error(`No collection ${name}`);
  return found;
};

/** The fields of a collection, or of its one file. */
const topFields = (collection: string): Options[] => {
  const { fields, files } = byName(collection);
  return (fields ?? (files as Options[])[0]?.fields) as Options[];
};

const fieldOf = (collection: string, name: string): Options => {
  const found = topFields(collection).find((field) => field.name === name);
  if (!found) throw new Error(`No field ${name} in ${collection}`);
  return found;
};

test('the whole configuration: any change of a form shows here', async () => {
  const config = makeConfig({
    origin: 'https://khuong-dinh.example',
    now: new Date('2026-03-19T20:00:00Z'),
  });
  await expect(JSON.stringify(config, null, 2)).toMatchFileSnapshot('config.snapshot.json');
});

test('behind a git host the address names no page of the server that is not there', () => {
  const behind = makeCollections({ today: '2026-03-20', isBehindHost: true });
  expect(JSON.stringify(collections)).toContain('trang Đã đăng');
  expect(JSON.stringify(behind)).not.toContain('Đã đăng');
});

test('it is plain JSON: Decap makes immutable maps of it', () => {
  expect(JSON.parse(JSON.stringify(collections))).toEqual(collections);
});

describe('each type', () => {
  test.each(allTypes.map((type) => [type.name, type] as const))(
    '%s has all its fields',
    (_, type) => {
      const fields = topFields(type.name).filter(({ widget }) => widget !== 'formGroup');
      const names = fields.map(({ name }) => String(name));
      const more = [
        ...(type.set === 'single' ? [] : ['slug']),
        ...(type.extension === 'mdx' ? ['body'] : []),
      ];
      expect(names.sort()).toEqual([...Object.keys(type.fields), ...more].sort());
    },
  );

  test('an article’s form has the parts that an officer thinks in; what the server writes is not shown', () => {
    const parts: Record<string, unknown[]> = {};
    let part: unknown[] = [];
    for (const { name, widget, label } of topFields('article')) {
      if (widget === 'formGroup') parts[String(label)] = part = [];
      else if (widget !== 'hidden') part.push(name);
    }
    expect(parts).toEqual({
      'Bài viết': [
        ...['title', 'slug', 'summary', 'axis', 'keyPoints', 'audience', 'sixClear', 'body'],
        'actions',
      ],
      'Nguồn và trách nhiệm': ['unit', 'sources'],
      Ngày: ['published', 'updated', 'changeNote', 'reviewDate', 'expires'],
      'Ảnh và liên quan': ['picture', 'campaign', 'related'],
    });
    expect(fieldOf('article', 'withdrawn').widget).toBe('hidden');
    expect(fieldOf('article', 'formerSlugs').widget).toBe('hidden');
  });

  test('nothing is deleted from here: that goes through review', () => {
    expect(collections.map((collection) => collection.delete)).not.toContain(true);
  });

  test.each(allTypes.filter(({ set }) => set !== 'open').map(({ name }) => [name]))(
    '%s is a closed set: no entry is added',
    (name) => expect(byName(name).create).toBe(false),
  );

  test('every label and hint is the schema’s, in NFC', () => {
    const words = [...texts(collections)].filter((text) => text !== text.normalize('NFC'));
    expect(words).toEqual([]);
  });
});

describe('fields', () => {
  test('a relation stores the slug and shows the short name', () => {
    const sources = fieldOf('article', 'sources');
    expect((sources.fields as Options[])[0]).toMatchObject({
      widget: 'relation',
      collection: 'document',
      value_field: '{{slug}}',
      display_fields: ['shortTitle'],
      search_fields: ['shortTitle', 'title'],
    });
  });

  test('a required date starts with today; an optional one is empty', () => {
    expect(fieldOf('article', 'published').default).toBe('2026-03-20');
    expect(fieldOf('article', 'updated')).not.toHaveProperty('default');
  });

  test('a group that may be left out asks for nothing and fills nothing in', () => {
    for (const type of allTypes) {
      for (const [name, { form }] of Object.entries(type.fields)) {
        if (form.widget !== 'object' || form.required || form.shownFor) continue;
        const { fields = [] } = fieldOf(type.name, name);
        for (const field of fields as Options[]) {
          expect(field.required).toBe(false);
          expect(field).not.toHaveProperty('default');
        }
      }
    }
  });

  test('a group for one kind asks for what that kind needs, and fills nothing in', () => {
    const steps = fieldOf('infographic', 'steps');
    const { shown_for, fields } = steps;
    expect(steps).toMatchObject({ widget: 'choiceGroup', required: true });
    expect(shown_for).toEqual({
      field: 'kind',
      value: 'steps',
      otherwise:
        'Nhóm này không thuộc loại đã chọn. Hãy bỏ nhóm này, hoặc đổi loại thành “Các bước”.',
    });
    expect((fields as Options[])[0]).toMatchObject({
      required: true,
      label_singular: 'bước',
      hint: 'Từ 2 đến 7 mục.',
    });
    const message = fieldOf('infographic', 'message');
    expect(message.required).toBe(false);
    expect((message.fields as Options[])[0]?.required).toBe(false);
    expect(JSON.stringify([steps, message])).not.toContain('"default"');
  });

  test('of every kind that has a group the form shows just that group', () => {
    const groups = topFields('infographic').filter(({ widget }) => widget === 'choiceGroup');
    const kind = fieldOf('infographic', 'kind');
    const values = (kind.options as Options[]).map(({ value }) => value);
    expect(groups.map(({ shown_for }) => (shown_for as Options).value)).toEqual(
      values.filter((value) => value !== 'axes'),
    );
    for (const { name, shown_for } of groups) {
      expect(shown_for).toMatchObject({ field: 'kind', value: name });
    }
  });

  test('a list says how many items it takes', () => {
    expect(fieldOf('article', 'keyPoints').hint).toBe(
      'Mỗi câu đọc riêng vẫn hiểu. Từ 2 đến 4 mục.',
    );
    expect(fieldOf('article', 'actions').hint).toMatch(/Nhiều nhất 6 mục\.$/);
  });

  test('every text has its limit', () => {
    for (const type of allTypes) {
      for (const form of formsOf(type.fields)) {
        if (form.widget === 'string' || form.widget === 'text') expect(form.max).toBeGreaterThan(0);
      }
    }
  });
});

function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* texts(inner);
  }
}

function* formsOf(fields: Fields): Generator<Form> {
  for (const { form } of Object.values(fields)) {
    yield form;
    if (form.widget === 'list' || form.widget === 'object') yield* formsOf(form.fields);
    if (form.widget === 'lines') yield form.item;
  }
}
