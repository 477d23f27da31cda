import { fromJS, type Map } from 'immutable';
import { describe, expect, test } from 'vitest';
import { completed } from '#admin/app/preview/completed.ts';
import { draftOf } from '#admin/app/preview/draft.ts';
import type { Fitted } from '#admin/app/preview/fitted.ts';
import { remarks } from '#admin/app/preview/remarks.ts';
import { drawnHeight } from '#src/channels/pictures/measure.ts';
import { fitPicture } from '#src/channels/social/fit-picture.tsx';
import { pictureInput, type PictureContent } from '#src/channels/social/input.ts';
import { layoutOf } from '#src/channels/social/layout.ts';
import { hasKit, pictureFormats, type KitEntry } from '#src/model/share-kit.ts';
import { infographicKinds } from '#src/schema/infographic.ts';
import { allTypes, types } from '#src/schema/index.ts';
import { kitContext, units } from '#tests/channels/kit-fixtures.ts';

const sources = { axes: kitContext.axes, units, settings: kitContext.settings };

/** An open form as Decap keeps it. */
const form = (data: object, slug = '') => fromJS({ slug, data }) as Map<string, unknown>;

const drawn = (type: KitEntry['type'], data: object, slug?: string) => {
  const draft = draftOf(type, form(data, slug), sources);
  if ('missing' in draft) throw new Error(draft.missing);
  return draft;
};

describe('a form that is not filled in yet', () => {
  test('has empty texts where the type promises texts, and leaves out what may be left out', () => {
    const given = { kind: 'steps', steps: { items: [{ name: 'Hỏi', text: '' }, null] } };
    expect(completed(types.infographic.fields, given)).toMatchObject({
      title: '',
      steps: { items: [{ name: 'Hỏi' }, { name: '' }] },
      sources: [],
    });
    expect(completed(types.infographic.fields, given)).not.toHaveProperty('quote');
  });

  test.each(infographicKinds.map(({ value }) => [value]))(
    'is drawn as far as it goes: %s',
    async (kind) => {
      const axis = kind === 'message' ? { axis: 'chuyen-doi-so' } : {};
      for (const group of [undefined, {}, { items: [null, {}] }, { meanings: [null] }]) {
        const entry = drawn('infographic', { kind, ...axis, ...(group && { [kind]: group }) });
        const input = pictureInput(entry, kitContext);
        for (const format of pictureFormats) {
          await expect(fitPicture(input, layoutOf(format), drawnHeight)).resolves.toBeDefined();
        }
      }
    },
  );

  test.each(allTypes.map(({ name }) => name).filter(hasKit))(
    'a new entry is drawn, or one is told what to choose first: %s',
    (type) => {
      const draft = draftOf(type, form({}), sources);
      if ('missing' in draft) expect(draft.missing).toMatch(/^Chọn /);
      else expect(pictureInput(draft, kitContext).address).toBeDefined();
    },
  );

  test('says what to choose when there is nothing to draw', () => {
    expect(draftOf('infographic', form({}), sources)).toEqual({
      missing: 'Chọn loại để xem bản vẽ.',
    });
    expect(draftOf('infographic', form({ kind: 'khong-co' }), sources)).toHaveProperty('missing');
    expect(draftOf('infographic', form({ kind: 'message' }), sources)).toEqual({
      missing: 'Thông điệp lấy nguyên văn từ trục. Chọn trục nội dung để xem bản vẽ.',
    });
  });

  test('an article is drawn before anything is chosen, and one with an unknown axis too', () => {
    const empty = pictureInput(drawn('article', {}), kitContext);
    expect(empty.content).toEqual({ kind: 'outline', sections: [] });
    expect(pictureInput(drawn('article', { axis: 'khong-co' }), kitContext).label).toBe(
      'Bảy trục nội dung',
    );
  });
});

describe('what is drawn from other entries', () => {
  test('units and axes appear by their titles; a unit that is not chosen yet says so', () => {
    const items = [{ unit: 'uy-ban-nhan-dan', what: 'Làm.' }, { what: 'Chưa rõ ai.' }];
    const entry = drawn('infographic', { kind: 'duties', duties: { items } });
    const { content } = pictureInput(entry, kitContext);
    const titles = content.kind === 'duties' ? content.items.map(({ unit }) => unit.title) : [];
    expect(titles).toEqual(['Ủy ban nhân dân phường', 'Chưa chọn đơn vị']);
  });

  test('the short address is that of the slug which the title suggests', () => {
    const data = { kind: 'quote', title: 'Nghe dân nói, nói dân hiểu' };
    const named = drawn('infographic', data);
    expect(named.slug).toBe('nghe-dan-noi-noi-dan-hieu');
    const stored = drawn('infographic', data, 'nghe-dan-noi-noi-dan-hieu');
    expect(pictureInput(named, kitContext).address).toEqual(
      pictureInput(stored, kitContext).address,
    );
  });
});

describe('remarks on the pictures', () => {
  const fitted = (content: PictureContent) =>
    Promise.all(
      pictureFormats.map(async (format): Promise<Fitted> => {
        const input = { ...pictureInput(drawn('article', {}), kitContext), content };
        try {
          return { format, picture: await fitPicture(input, layoutOf(format), drawnHeight) };
        } catch (error) {
          return { format, problem: (error as Error).message };
        }
      }),
    );
  const remarksOn = async (content: PictureContent) => remarks(content.kind, await fitted(content));
  const steps = (count: number, text: string): PictureContent => ({
    kind: 'steps',
    items: Array.from({ length: count }, () => ({ name: 'Hỏi tổ trưởng tổ dân phố', text })),
  });

  test('nothing when all has room', async () => {
    expect(await remarksOn(steps(2, 'Mỗi tuần một lần.'))).toEqual([]);
  });

  test('name the formats and the field that has no room', async () => {
    const text =
      'Tổ trưởng biết ai trả lời được, ở đâu, ngày nào, và đi cùng nếu bà con cần người đi cùng.';
    expect(await remarksOn(steps(5, text))).toEqual([
      'Ảnh vuông, ảnh dọc không đủ chỗ cho phần “Nói rõ hơn”: ảnh chỉ nêu tên các bước, trang nói đủ. Rút gọn nếu muốn ảnh nói hết.',
    ]);
  });

  test('say that letters are small, or that there is no picture at all', async () => {
    const quote = (length: number): PictureContent => ({
      kind: 'quote',
      text: 'nghe dân nói '.repeat(length),
      from: 'Kế hoạch',
    });
    const [small, ...none] = await remarksOn(quote(50));
    expect(small).toContain('có chữ nhỏ');
    expect(none).toEqual([]);
    expect(await remarksOn(quote(900))).toEqual([
      'Ảnh vuông, ảnh dọc, ảnh đứng cả màn hình chưa vẽ được: “Trích dẫn” dài quá nên không vừa ảnh. Hãy rút gọn.',
    ]);
  });
});
