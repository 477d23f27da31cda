/** Saving an entry: its file and its pictures become one commit on its draft, or nothing does. */
import { undrawable } from '#src/checks/content/characters.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { personOf, type User } from '../accounts/accounts.ts';
import { draftRef } from './draft-history.ts';
import { assertAllowed, type Draft, type Drafts } from './drafts.ts';
import { fileAt } from '../content/entries.ts';
import { inFormOf } from '../content/entry-text.ts';
import { Refusal, refuseFindings } from '../http/errors.ts';
import { checkPicture, entryPlace, isMediaPath } from '../content/files.ts';
import type { Git } from '../git/git.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import { keep } from './kept.ts';
import { statusAfterSave, type Status } from './rules.ts';

export interface SaveRequest {
  collection: string;
  slug: string;
  /** Text of the entry's file. */
  raw: string;
  /** Path → content of the pictures that belong to the draft. */
  pictures: ReadonlyMap<string, Buffer>;
  /** Version of the file that the save rests on, `null` for none; not compared when absent. */
  base?: string | null | undefined;
}

/** Path → blob; `undefined` takes the file out. */
type Changes = Map<string, string | undefined>;

/**
 * Writes the entry's draft and returns the version of its file and its state. Refuses what breaks
 * the schema (422), a stale save (409) and what the rules do not allow (403).
 */
export async function saveEntry(
  drafts: Drafts,
  user: User,
  request: SaveRequest,
): Promise<{ version: string; status: Status }> {
  const { git } = drafts;
  const place = entryPlace(request.collection, request.slug);
  const { type, slug, path } = place;
  const raw = request.raw.normalize('NFC');
  const { entry, findings } = readEntryFile(path, raw);
  refuseFindings([
    ...findings,
    ...(entry ? undrawable(entry) : []),
    ...[...request.pictures].flatMap(([file, content]) => checkPicture(file, content)),
  ]);
  const changes: Changes = new Map();
  for (const [file, content] of request.pictures) changes.set(file, await git.writeBlob(content));

  return drafts.write(request, async () => {
    const draft = await drafts.find(type.name, slug);
    if (draft) {
      assertAllowed('save', draft, user);
      assertEditable(draft);
    }
    const main = await drafts.main();
    const parent = draft?.head ?? main;
    const current = await fileAt(git, parent, path);
    const before = current && (await git.blobs([current.sha]))[0]!.toString();
    const version = await git.writeBlob(inFormOf(before, raw));
    // A save whose answer was lost comes once more: what it says is there already.
    const isThere = current?.sha === version;
    const { base } = request;
    if (base !== undefined && base !== (current?.sha ?? null) && !isThere) {
      changes.set(path, await git.writeBlob(raw));
      const kept = await keep(git, user, place, parent, changes, base);
      throw await staleSave(git, parent, path, kept);
    }
    if (!current && type.set !== 'open') {
      const message = `Không thêm được mục mới vào “${type.words.many}”: danh sách này cố định theo kế hoạch.`;
      throw new Refusal(403, 'closed-set', message);
    }
    changes.set(path, version);
    await keepPublishedPictures(git, main, changes);
    if (draft) await dropUnusedPictures(git, draft, raw, changes);
    const tree = await git.writeTree(parent, changes);
    if (tree === (await git.treeOf(parent))) {
      if (draft) return { version, status: draft.status };
      const message = 'Nội dung giống hệt bản đang đăng nên chưa có gì để lưu.';
      throw new Refusal(422, 'unchanged', message);
    }
    const ref = draftRef(type.name, slug);
    const from = await git.resolve(ref);
    const status = statusAfterSave(draft?.status);
    const subject = `${current ? 'Sửa' : 'Viết'} ${type.name}/${slug}`;
    await drafts.step(personOf(user), { ref, from, parent, tree, action: 'save', status, subject });
    return { version, status };
  });
}

/** A text that is about to be moved or deleted is not the text to write in. */
function assertEditable({ kind }: Draft): void {
  if (kind !== 'rename' && kind !== 'delete') return;
  const what = kind === 'rename' ? 'đổi mã' : 'xóa';
  const message = `Mục này đang chờ duyệt việc ${what} nên chưa sửa được. Hãy đợi việc đó xong, hoặc xóa đề nghị ${what} rồi sửa.`;
  throw new Refusal(409, 'lifecycle-pending', message);
}

async function staleSave(git: Git, commit: string, path: string, kept: string): Promise<Refusal> {
  const [[name, date] = []] = await git.log(['-1', commit, '--', path], ['%an', '%aI']);
  const who =
    name && date
      ? `${name} đã lưu mục này lúc ${hanoiTime(new Date(date))}`
      : 'Mục này đã thay đổi';
  const message = `${who}, sau khi bạn mở. Bản kia còn nguyên; bản của bạn được giữ hộ ở “Việc của tôi”: ở đó ghép được vào bản mới.`;
  return new Refusal(409, 'stale', message, [], { kept });
}

/** A picture that is published keeps its content: other entries may show it. */
async function keepPublishedPictures(git: Git, main: string, changes: Changes): Promise<void> {
  for (const [path, sha] of changes) {
    const published = isMediaPath(path) ? await fileAt(git, main, path) : undefined;
    if (!published || published.sha === sha) continue;
    const name = path.slice('content'.length);
    const message = `Đã có ảnh khác tên ${name}. Hãy đổi tên tệp ảnh rồi tải lên lại.`;
    throw new Refusal(409, 'media-taken', message);
  }
}

/** Takes out pictures that came with the draft and that its text no longer shows. */
async function dropUnusedPictures(
  git: Git,
  draft: Draft,
  raw: string,
  changes: Changes,
): Promise<void> {
  for (const { path, isNew } of await git.changes(draft.base, draft.head)) {
    const isUsed = raw.includes(path.slice('content'.length));
    if (isNew && isMediaPath(path) && !isUsed && !changes.has(path)) changes.set(path, undefined);
  }
}
