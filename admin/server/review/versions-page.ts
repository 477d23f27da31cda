/** `/admin/lich-su/<type>/<slug>/`: the versions of an entry, any two of them compared, each to be taken up again. */
import type { Version } from '../content/versions.ts';
import { html, type Html } from '../pages/html.ts';
import { moment, changeAddress, editorAddress } from './words.ts';
import type { EntryPlace } from '../content/files.ts';

interface VersionsParts {
  place: EntryPlace;
  versions: readonly Version[];
  /** The two that are compared, the earlier first. */
  pair: readonly [Version, Version] | undefined;
  difference: Html | undefined;
  /** Version of the entry's file as it is now; a draft that is made rests on it. */
  current: string;
  hasDraft: boolean;
}

export function versionsBody(parts: VersionsParts): Html {
  const { place, versions, pair, difference, hasDraft } = parts;
  // Until somebody chooses: what the newest changed in the one before it.
  const [from, to] = pair ?? [versions[1], versions[0]];
  return html`
    <ul class="tabs">
      ${hasDraft && html`<li><a href="${changeAddress(place)}">Trang duyệt</a></li>`}
      <li><a href="${editorAddress(place)}">Sửa trong trang soạn bài</a></li>
    </ul>
    ${
      versions.length > 1 &&
      html`<form class="form row" method="get" action="#khac">
        ${select('tu', 'So bản', versions, from)} ${select('den', 'với bản', versions, to)}
        <button class="quiet">So hai bản</button>
      </form>`
    }
    ${
      pair &&
      html`<h2 id="khac">Khác nhau giữa hai bản</h2>
        <p>Từ ${name(pair[0], versions)} đến ${name(pair[1], versions)}.</p>
        ${difference}`
    }
    <h2>Các bản (${versions.length})</h2>
    <ol class="history" reversed>
      ${versions.map((version, at) => row(version, at, parts))}
    </ol>
  `;
}

function row(version: Version, at: number, { versions, current }: VersionsParts): Html {
  const before = versions[at + 1];
  const number = numberOf(version, versions);
  // Which one a control is about, for who hears it without what stands around it.
  const about = html`<span class="hidden">: bản ${number}</span>`;
  return html`<li>
    <strong>${number}. ${version.isPublished ? 'Đăng' : 'Bản nháp'}</strong>
    <span class="small">${version.person}, ${moment(version.at)}</span>
    ${before && html`<p><a href="?tu=${before.id}&amp;den=${version.id}#khac">So với bản liền trước${about}</a></p>`}
    ${
      at > 0 &&
      html`<form method="post">
        <input type="hidden" name="version" value="${version.id}" />
        <input type="hidden" name="base" value="${current}" />
        <button class="quiet">Lấy lại bản này làm bản nháp${about}</button>
      </form>`
    }
  </li>`;
}

function select(
  field: string,
  label: string,
  versions: readonly Version[],
  chosen: Version | undefined,
): Html {
  return html`<label>
    ${label}
    <select name="${field}">
      ${versions.map(
        (version) =>
          html`<option value="${version.id}" ${version === chosen && html`selected`}>
            ${name(version, versions)}
          </option>`,
      )}
    </select>
  </label>`;
}

/** Counted from the first, so that a version keeps its number. */
function numberOf(version: Version, versions: readonly Version[]): number {
  return versions.length - versions.indexOf(version);
}

function name(version: Version, versions: readonly Version[]): Html {
  return html`${numberOf(version, versions)}. ${version.isPublished ? 'đăng' : 'nháp'}
  ${moment(version.at)}, ${version.person}`;
}
