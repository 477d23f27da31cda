/** What Decap's proxy back end may ask, and its answers: `POST /api/v1` with `{action, params}`. */
import { z } from 'zod';
import type { User } from './accounts.ts';
import type { Draft, Drafts } from './drafts.ts';
import { readEntry, readFolder, readPicture, readPictures } from './entries.ts';
import { Refusal } from './errors.ts';
import { assertReadable, entryPlace, mediaFolder } from './files.ts';
import type { Publisher } from './publish.ts';
import { statuses } from './rules.ts';
import { saveEntry } from './save.ts';

export interface Desk {
  drafts: Drafts;
  publisher: Publisher;
}

const text = z.string().min(1).max(500);
const branch = z.literal('main');
const key = { branch, collection: text, slug: text };
const status = z.enum(statuses);

const dataFile = z.object({
  slug: text,
  path: text,
  raw: z.string().min(1),
  newPath: text.optional(),
});

const asset = z.object({ path: text, content: z.string(), encoding: z.literal('base64') });

const requests = {
  entriesByFolder: z.object({ branch, folder: text, extension: text }),
  entriesByFiles: z.object({
    branch,
    files: z.array(z.object({ path: text, label: z.string().optional() })),
  }),
  getEntry: z.object({ branch, path: text }),
  unpublishedEntries: z.object({ branch }),
  unpublishedEntry: z.union([
    z.object({ branch, id: z.string().regex(/^[^/]+\/[^/]+$/) }),
    z.object(key),
  ]),
  unpublishedEntryDataFile: z.object({ ...key, path: text }),
  unpublishedEntryMediaFile: z.object({ ...key, path: text }),
  deleteUnpublishedEntry: z.object(key),
  persistEntry: z.object({
    branch,
    dataFiles: z.tuple([dataFile]),
    assets: z.array(asset),
    /** Path → version of the file that was edited, `null` for a new one. */
    base: z.record(z.string(), z.string().nullable()).optional(),
    options: z.object({ collectionName: text, useWorkflow: z.literal(true) }),
  }),
  updateUnpublishedEntryStatus: z.object({
    ...key,
    newStatus: status,
    note: z.string().max(2000).optional(),
  }),
  publishUnpublishedEntry: z.object(key),
  getMedia: z.object({ branch, mediaFolder: z.literal(mediaFolder) }),
  getMediaFile: z.object({ branch, path: text }),
  persistMedia: z.object({ branch }),
  deleteFile: z.object({ branch }),
  deleteFiles: z.object({ branch }),
  getDeployPreview: z.object(key),
} as const;

type ActionName = keyof typeof requests;
type Params<A extends ActionName> = z.output<(typeof requests)[A]>;
type Handlers = { [A in ActionName]: (desk: Desk, user: User, params: Params<A>) => unknown };

const handlers: Handlers = {
  async entriesByFolder({ drafts }, _user, { folder, extension }) {
    assertReadable(`${folder}/x.${extension}`);
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

  unpublishedEntries: ({ drafts }) => drafts.list(),

  async unpublishedEntry({ drafts }, _user, params) {
    const [collection = '', slug = ''] =
      'id' in params ? params.id.split('/') : [params.collection, params.slug];
    return describeDraft(drafts, await drafts.get(collection, slug));
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

  async deleteUnpublishedEntry({ drafts }, user, { collection, slug }) {
    await drafts.discard(user, collection, slug);
    return { message: 'Đã xóa bản nháp.' };
  },

  async persistEntry({ drafts }, user, { dataFiles: [file], assets, base, options }) {
    const place = entryPlace(options.collectionName, file.slug);
    if (file.path !== place.path) {
      throw new Refusal(403, 'bad-path', `Mục này chỉ được ghi vào tệp ${place.path}.`);
    }
    if (file.newPath && file.newPath !== file.path) {
      throw new Refusal(422, 'rename', 'Chưa đổi được mã của mục đã có. Hãy giữ nguyên mã.');
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

  async updateUnpublishedEntryStatus({ drafts }, user, { collection, slug, newStatus, note }) {
    await drafts.setStatus(user, collection, slug, newStatus, note);
    return { message: 'Đã đổi trạng thái.' };
  },

  async publishUnpublishedEntry({ publisher }, user, { collection, slug }) {
    const url = await publisher.publish(user, collection, slug);
    return { message: 'Đã đăng.', url };
  },

  async getMedia({ drafts }) {
    return readPictures(drafts.git, await drafts.main(), mediaFolder);
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

  deleteFile: refuseDeletion,
  deleteFiles: refuseDeletion,

  getDeployPreview: () => null,
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
  const { type, slug, status, authors, base, head, path, changedAt } = draft;
  const changes = await git.changes(base, head);
  return {
    collection: type.name,
    slug,
    status,
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

function refuseDeletion(): never {
  const message = 'Chưa xóa được nội dung đã đăng từ đây: việc gỡ phải qua người duyệt.';
  throw new Refusal(403, 'delete-needs-review', message);
}
