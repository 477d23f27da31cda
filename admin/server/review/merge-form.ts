/** Where the draft and the site changed the same place: both versions beside each other, to choose or to join. */
import type { ContentType } from '#src/schema/index.ts';
import type { CollisionPlace } from '../content/change-tree.ts';
import { html, type Html } from '../pages/html.ts';
import type { Choice } from '../workflow/merging.ts';
import { form } from './change-form.ts';
import type { ChangeView } from './change-view.ts';
import { wordsOf } from '../content/compare.ts';

/** Nothing where the two agree, or where no choice of texts can bring them together. */
export function mergeForm(view: ChangeView): Html | undefined {
  const { draft, collisions } = view;
  const own = collisions.find(({ path }) => path === draft.path);
  if (!own || own.places.length === 0) return undefined;
  return html`<section class="card merge" id="gop">
    <h2>Gộp hai bản</h2>
    <p>
      Chọn cho từng chỗ bản được giữ, hoặc ghép cả hai. Gộp xong, mục phải được một người khác duyệt
      lại.
    </p>
    ${form(
      view,
      'merge',
      html`${choicesOf(draft.type, own.places, ['Bản đang đăng', 'Bản nháp'])}
        <button>Gộp</button>`,
    )}
  </section>`;
}

/** The places in question, each with its two versions, named in this order. */
export function choicesOf(
  type: ContentType,
  places: readonly CollisionPlace[],
  names: readonly [ours: string, theirs: string],
): Html {
  return html`${places.map((place) => choice(place, type, names))}`;
}

function choice(
  place: CollisionPlace,
  type: ContentType,
  names: readonly [ours: string, theirs: string],
): Html {
  const { field, label, ours, theirs } = place;
  const texts = textsOf(place);
  const show = (value: unknown) => shown(type, field, value);
  const option = (value: string, words: string, text?: string) =>
    html`<label class="check">
      <input type="radio" name="chon-${field}" value="${value}" required />
      <span
        ><strong>${words}</strong
        >${text !== undefined && html`<span class="said">${text}</span>`}</span
      >
    </label>`;
  return html`<fieldset>
    <legend>${label}</legend>
    <div class="pair">
      ${option('ours', names[0], show(ours))} ${option('theirs', names[1], show(theirs))}
    </div>
    ${
      texts !== undefined &&
      html`${option('words', 'Ghép cả hai:')}
        <textarea name="ghep-${field}" rows="5" aria-label="${label}: bản ghép">${texts}</textarea>`
    }
  </fieldset>`;
}

/** A value as its reader would say it; a place of the text as it is written. */
function shown(type: ContentType, field: string, value: unknown): string {
  const form = Object.hasOwn(type.fields, field) ? type.fields[field]?.form : undefined;
  const text = form ? wordsOf(form, value, (_, slug) => slug) : value;
  return typeof text === 'string' && text !== '' ? text : '(để trống)';
}

/** The two texts of a place where both are words, which can be joined. */
function textsOf({ field, ours, theirs }: CollisionPlace): string | undefined {
  if (typeof ours !== 'string' || typeof theirs !== 'string') return undefined;
  return /\s/.test(ours + theirs)
    ? [ours, theirs].join(field.startsWith('body.') ? '\n\n' : ' ').trim()
    : undefined;
}

/** What such a form says, by the name of the field in question. */
export function choicesIn(fields: URLSearchParams): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const [name, value] of fields) {
    const field = name.startsWith('chon-') ? name.slice('chon-'.length) : undefined;
    if (field === undefined) continue;
    if (value === 'ours' || value === 'theirs') choices.set(field, value);
    else {
      const words = fields.get(`ghep-${field}`) ?? '';
      choices.set(field, { words: words.replace(/\r\n?/g, '\n').trim().normalize('NFC') });
    }
  }
  return choices;
}
