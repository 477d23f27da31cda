import type { FastifyInstance } from 'fastify';
import { readEntryFile } from '#src/schema/entry-file.ts';
import type { ContentType } from '#src/schema/index.ts';
import { serverFields } from '#src/schema/lifecycle.ts';
import { frontOf } from '../content/change-files.ts';
import { readEntryText, setField, writeEntryText } from '../content/entry-text.ts';
import { fileAt } from '../content/entries.ts';
import { entryPlace } from '../content/files.ts';
import {
  picturesMissing,
  textOfVersion,
  versionAt,
  versionsOf,
  type Version,
} from '../content/versions.ts';
import { Refusal } from '../http/errors.ts';
import { formOf } from '../pages/form.ts';
import { sendPage } from '../pages/page.ts';
import { saveEntry } from '../workflow/save.ts';
import { assertEntry, type Desk, type EntryParams } from './desk.ts';
import { difference } from './difference.ts';
import { withDone } from './done.ts';
import { sendPicture } from './picture.ts';
import { versionsBody } from './versions-page.ts';

/** `/admin/lich-su/<type>/<slug>/`. */
export function addVersionPages(pages: FastifyInstance, desk: Desk): void {
  const { drafts } = desk.services;
  const { git } = drafts;
  const address = '/admin/lich-su/:collection/:slug/';

  /** The versions of the entry, and where it stands now. */
  async function stand({ collection, slug }: EntryParams['Params']) {
    const place = entryPlace(collection, slug);
    const draft = await drafts.find(collection, slug);
    const commit = draft?.head ?? (await drafts.main());
    const versions = await versionsOf(git, place, draft);
    if (versions.length === 0) throw new Refusal(404, 'no-entry', 'Không có mục này.');
    const current = (await fileAt(git, commit, place.path))?.sha ?? '';
    return { place, draft, commit, versions, current };
  }

  pages.get<EntryParams & { Querystring: { tu?: string; den?: string } }>(
    address,
    async (request, reply) => {
      const user = await desk.user(request);
      assertEntry(request);
      const { place, draft, versions, current } = await stand(request.params);
      const names = await desk.names();
      const { tu, den } = request.query;
      const pair =
        tu && den ? ([versionAt(versions, tu), versionAt(versions, den)] as const) : undefined;
      const texts = pair && (await Promise.all(pair.map((one) => textOfVersion(git, one))));
      const { type, slug, path } = place;
      const newest = await textOfVersion(git, versions[0]!);
      return sendPage(reply, {
        title: `Các bản của “${titleIn(type, newest) ?? slug}”`,
        user,
        current: '/admin/da-dang/',
        body: versionsBody({
          place,
          versions,
          pair,
          difference:
            pair &&
            texts &&
            difference([{ type, slug, path, before: texts[0], after: texts[1] }], names, [
              { words: 'Bản trước', pictures: picturesAddress(request.params, pair[0]) },
              { words: 'Bản sau', pictures: picturesAddress(request.params, pair[1]) },
            ]),
          current,
          hasDraft: draft !== undefined,
        }),
      });
    },
  );

  pages.get<{ Params: EntryParams['Params'] & { version: string; name: string } }>(
    `${address}anh/:version/:name`,
    async (request, reply) => {
      await desk.user(request);
      assertEntry(request);
      const { versions } = await stand(request.params);
      const { id } = versionAt(versions, request.params.version);
      return sendPicture(reply, git, id, request.params.name);
    },
  );

  pages.post<EntryParams>(address, async (request, reply) => {
    const user = await desk.user(request);
    assertEntry(request);
    const { collection, slug } = request.params;
    const form = formOf(request);
    const { versions, place, commit } = await stand(request.params);
    const version = versionAt(versions, form.get('version') ?? '');
    const text = await textOfVersion(git, version);
    await saveEntry(drafts, user, {
      collection,
      slug,
      raw: await withKept(text, place.path, commit),
      pictures: await picturesMissing(git, version, text, commit),
      base: form.get('base') || null,
    });
    return reply.redirect(withDone(`/admin/duyet/${collection}/${slug}/`, 'save'), 303);
  });

  /** An old text with what only the server writes as it is now: it undoes no withdrawal. */
  async function withKept(text: string, path: string, commit: string): Promise<string> {
    const file = await fileAt(git, commit, path);
    // What is wrong with it is told by the save, which refuses it.
    if (!file || readEntryFile(path, text).findings.length > 0) return text;
    const now = readEntryText((await git.blobs([file.sha]))[0]!.toString());
    const entry = readEntryText(text);
    const changed = serverFields.filter((field) => field in entry.data || field in now.data);
    if (changed.length === 0) return text;
    for (const field of changed) setField(entry, field, now.data[field]);
    return writeEntryText(entry);
  }
}

function picturesAddress({ collection, slug }: EntryParams['Params'], { id }: Version): string {
  return `/admin/lich-su/${collection}/${slug}/anh/${id}/`;
}

function titleIn(type: ContentType, text: string): string | undefined {
  const title = frontOf(type, text)['title'];
  return typeof title === 'string' ? title : undefined;
}
