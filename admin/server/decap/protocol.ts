/** What Decap's proxy back end may ask, and its answers: `POST /api/v1` with `{action, params}`. */
import { z } from 'zod';
import { locate } from '#src/schema/entry-file.ts';
import type { User } from '../accounts/accounts.ts';
import type { Draft, Drafts } from '../workflow/drafts.ts';
import { listPictures, readEntry, readFolder, readPicture } from '../content/entries.ts';
import { Refusal } from '../http/errors.ts';
import {
  assertReadable,
  entryPlace,
  isEntryPath,
  isMediaPath,
  mediaFolder,
} from '../content/files.ts';
import { draftFacts, findEntries, findNames, listEntries, type Desk } from './listing.ts';
import { libraryAddress } from './media-route.ts';
import { notesOf, refuseNoteChange, settleNote } from './notes.ts';
import { previewAddress } from '../preview/preview.ts';
import { requests } from './protocol-requests.ts';
import { saveEntry } from '../workflow/save.ts';
import type { Workflow } from '../workflow/workflow.ts';

type ActionName = keyof typeof requests;
type Params<A extends ActionName> = z.output<(typeof requests)[A]>;
type Handlers = { [A in ActionName]: (desk: Desk, user: User, params: Params<A>) => unknown };

const handlers: Handlers = {
  listEntries: (desk, user, params) => listEntries(desk, user, params),
  findEntries: (desk, user, params) => findEntries(desk, user, params),
  findNames: ({ workflow }, _user, params) => findNames(workflow, params),

  async entriesByFolder({ drafts }, _user, { folder, extension }) {
    const place = `${folder}/x.${extension}`;
    assertReadable(place);
    if (locate(place)?.type.set !== 'closed') {
      const message = 'Danh sách loại này dài không hạn định nên chỉ đọc từng trang (listEntries).';
      throw new Refusal(422, 'in-pages', message);
    }
    return readFolder(drafts.git, await drafts.main(), folder, extension);
  },

  async entriesByFiles({ drafts }, _user, { files }) {
    const main = await drafts.main();
    return Promise.all(
      files.map(async ({ path, label }) => {
        assertReadable(path);
        const entry = await readEntry(drafts.git, main, path);
        return { ...entry, file: { ...entry.file, ...(label && { label }) } };
      }),
    );
  },

  async getEntry({ drafts }, _user, { path }) {
    assertReadable(path);
    return readEntry(drafts.git, await drafts.main(), path);
  },

  async unpublishedEntries({ drafts }) {
    return (await drafts.all()).map(({ type, slug }) => `${type.name}/${slug}`);
  },

  async unpublishedEntry({ drafts, workflow }, user, params) {
    const [collection = '', slug = ''] =
      'id' in params ? params.id.split('/') : [params.collection, params.slug];
    const draft = await drafts.get(collection, slug);
    return { ...(await describeDraft(drafts, draft)), ...draftFacts(workflow, user, draft) };
  },

  async unpublishedEntryDataFile({ drafts }, _user, { collection, slug, path }) {
    assertReadable(path);
    const draft = await drafts.get(collection, slug);
    const { data, version } = await readEntry(drafts.git, draft.head, path);
    return { data, version };
  },

  async unpublishedEntryMediaFile({ drafts }, _user, { collection, slug, path }) {
    assertReadable(path);
    const draft = await drafts.get(collection, slug);
    return pictureOr404(await readPicture(drafts.git, draft.head, path));
  },

  deleteUnpublishedEntry: ({ workflow }, user, key) => workflow.act(user, 'discard', key),

  async persistEntry({ drafts }, user, { dataFiles: [file], assets, base, options }) {
    const place = entryPlace(options.collectionName, file.slug);
    if (file.path !== place.path) {
      throw new Refusal(403, 'bad-path', `Mục này chỉ được ghi vào tệp ${place.path}.`);
    }
    if (file.newPath && file.newPath !== file.path) {
      throw new Refusal(
        422,
        'rename',
        'Mã của mục đã có không đổi ở đây. Hãy đổi mã ở trang Đã đăng: /admin/da-dang/.',
      );
    }
    const pictures = new Map(
      assets.map(({ path, content }) => [path, Buffer.from(content, 'base64')]),
    );
    const { slug, raw } = file;
    const collection = options.collectionName;
    const saved = await saveEntry(drafts, user, {
      collection,
      slug,
      raw,
      pictures,
      base: base?.[place.path],
    });
    return { message: 'Đã lưu bản nháp.', ...saved };
  },

  async updateUnpublishedEntryStatus({ workflow }, user, { newStatus, ...request }) {
    await workflow.setStatus(user, newStatus, request);
    return { message: 'Đã đổi trạng thái.' };
  },

  publishUnpublishedEntry: ({ workflow }, user, request) => workflow.act(user, 'publish', request),

  async getNotes({ drafts }, _user, { collection, slug }) {
    const draft = await drafts.find(collection, slug);
    return { notes: draft ? notesOf(draft) : [] };
  },

  async addNote({ drafts, workflow }, user, { collection, slug, note }) {
    await workflow.act(user, 'comment', { collection, slug, note: note.content });
    return { note: notesOf(await drafts.get(collection, slug)).at(-1) };
  },

  async updateNote({ drafts }, user, { collection, slug, noteId, updates }) {
    const { content, resolved } = updates;
    if (content !== undefined || resolved === undefined) refuseNoteChange();
    return { note: await settleNote(drafts, user, { collection, slug, id: noteId, resolved }) };
  },

  deleteNote: refuseNoteChange,

  async toggleNoteResolution({ drafts }, user, { collection, slug, noteId }) {
    return { note: await settleNote(drafts, user, { collection, slug, id: noteId }) };
  },

  async getMedia({ drafts }) {
    const pictures = await listPictures(drafts.git, await drafts.main(), mediaFolder);
    return pictures.map((picture) => ({ ...picture, url: libraryAddress(picture) }));
  },

  async getMediaFile({ drafts }, _user, { path }) {
    assertReadable(path);
    return pictureOr404(await readPicture(drafts.git, await drafts.main(), path));
  },

  persistMedia() {
    const message =
      'Ảnh thuộc về một mục và được duyệt cùng mục đó. Hãy mở mục cần ảnh rồi tải ảnh lên ở đó.';
    throw new Refusal(403, 'media-needs-entry', message);
  },

  deleteFile: ({ workflow }, user, { path }) => proposeDeletion(workflow, user, [path]),
  deleteFiles: ({ workflow }, user, { paths }) => proposeDeletion(workflow, user, paths),

  getDeployPreview: (_desk, _user, { collection, slug }) => ({
    url: previewAddress(collection, slug),
    status: 'SUCCESS',
  }),
};

/** Carries out one request of the CMS; the answer is JSON as Decap expects it. */
export function answer(desk: Desk, user: User, body: unknown): unknown {
  const { action, params } = parse(z.object({ action: z.string(), params: z.unknown() }), body);
  if (action === 'info') return { type: 'git', publish_modes: ['editorial_workflow'] };
  if (!Object.hasOwn(requests, action)) {
    throw new Refusal(422, 'unknown-action', `Máy chủ không có thao tác “${action}”.`);
  }
  const name = action as ActionName;
  // The rule of an action gives what its handler takes: `Handlers` holds the two together.
  const handle = handlers[name] as (desk: Desk, user: User, params: unknown) => unknown;
  return handle(desk, user, parse(requests[name], params));
}

function parse<R extends z.ZodType>(rule: R, value: unknown): z.output<R> {
  const result = rule.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join('.') || 'params');
  const message = `Yêu cầu không đúng dạng ở: ${[...new Set(fields)].join(', ')}.`;
  throw new Refusal(422, 'bad-request', message);
}

async function describeDraft({ git }: Drafts, draft: Draft) {
  const { type, slug, status, kind, authors, base, head, path, changedAt } = draft;
  // Of the files the CMS opens the entry's own: those that only point at it are not for editing.
  const changes = (await git.changes(base, head)).filter(
    (change) => change.path === path || isMediaPath(change.path),
  );
  return {
    collection: type.name,
    slug,
    status,
    kind,
    head,
    diffs: changes
      .filter(({ sha }) => sha !== undefined)
      .map((change) => ({ id: change.path, path: change.path, newFile: change.isNew })),
    updatedAt: changedAt.toISOString(),
    pullRequestAuthor: authors.map(({ name }) => name).join(', '),
    version: changes.find((change) => change.path === path)?.sha ?? null,
  };
}

function pictureOr404<P>(picture: P | undefined): P {
  if (picture) return picture;
  throw new Refusal(404, 'no-picture', 'Không có ảnh này.');
}

/** Deleting what is published goes through review: it becomes a draft that deletes. */
async function proposeDeletion(workflow: Workflow, user: User, paths: readonly string[]) {
  const [path = '', ...others] = paths;
  if (others.length > 0 || !isEntryPath(path)) {
    const message = isMediaPath(path)
      ? 'Ảnh đã đăng thì ở lại thư viện, vì mục khác có thể đang dùng.'
      : 'Mỗi lần chỉ xóa được một mục. Hãy mở mục cần xóa.';
    throw new Refusal(403, 'not-deletable', message);
  }
  const { type, slug } = locate(path)!;
  const note = 'Đề nghị từ trang soạn bài.';
  await workflow.act(user, 'delete', { collection: type.name, slug, note });
  return { message: 'Đã gửi đề nghị xóa. Mục vẫn còn trên trang cho đến khi được duyệt và đăng.' };
}
