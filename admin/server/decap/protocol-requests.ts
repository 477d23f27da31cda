/** The shapes of what Decap's proxy back end may ask. */
import { z } from 'zod';
import { mediaFolder } from '../content/files.ts';
import { statuses } from '../workflow/rules.ts';

const text = z.string().min(1).max(500);
const branch = z.literal('main');
const key = { branch, collection: text, slug: text };
const status = z.enum(statuses);
const commit = z.string().regex(/^[0-9a-f]{40}$/);
const note = z.string().max(2000);
const word = z.string().max(500);
/** Rows that stand before a page. */
const from = z.int().min(0);

const dataFile = z.object({
  slug: text,
  path: text,
  raw: z.string().min(1),
  newPath: text.optional(),
});

const asset = z.object({ path: text, content: z.string(), encoding: z.literal('base64') });

/** The parameters of each action. */
export const requests = {
  listEntries: z.object({
    branch,
    collection: text,
    /** An empty value asks for nothing. */
    wanted: z.object({
      axis: word,
      unit: word,
      kind: word,
      standing: word,
      review: z.enum(['', 'due', 'soon']),
    }),
    sort: z.object({ field: text, order: z.enum(['asc', 'desc']) }),
    from,
  }),
  findEntries: z.object({ branch, term: text, from }),
  findNames: z.object({
    branch,
    collection: text,
    /** What their names are to answer; all of them when empty. */
    term: word,
    /** These among the answer whatever is searched: what a form has chosen already. */
    slugs: z.array(text).max(100),
  }),
  /** Of a closed set alone. */
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
    note: note.optional(),
    head: commit.optional(),
  }),
  publishUnpublishedEntry: z.object({ ...key, head: commit.optional() }),
  getNotes: z.object(key),
  addNote: z.object({ ...key, note: z.object({ content: note }) }),
  updateNote: z.object({
    ...key,
    noteId: commit,
    updates: z.object({ content: note.optional(), resolved: z.boolean().optional() }),
  }),
  deleteNote: z.object({ ...key, noteId: text }),
  toggleNoteResolution: z.object({ ...key, noteId: commit }),
  getMedia: z.object({ branch, mediaFolder: z.literal(mediaFolder) }),
  getMediaFile: z.object({ branch, path: text }),
  persistMedia: z.object({ branch }),
  deleteFile: z.object({ branch, path: text }),
  deleteFiles: z.object({ branch, paths: z.array(text).min(1) }),
  getDeployPreview: z.object(key),
} as const;
