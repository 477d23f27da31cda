/**
 * `GET /api/media/<id>/<name>`: one picture of the media library, for who is logged in. The id is its
 * content's name in git, so what stands at an address never changes.
 */
import type { FastifyInstance } from 'fastify';
import { userOf } from '../accounts/login.ts';
import { fileAt, type ListedPicture } from '../content/entries.ts';
import { isMediaPath, mediaFolder, pictureTypeOf } from '../content/files.ts';
import { Refusal } from '../http/errors.ts';
import type { Services } from '../services.ts';

/** The address of a picture of the library, on this server. */
export function libraryAddress({ id, name }: Pick<ListedPicture, 'id' | 'name'>): string {
  return `/api/media/${id}/${encodeURIComponent(name)}`;
}

export function addMediaRoute(app: FastifyInstance, { sessions, drafts }: Services): void {
  app.get<{ Params: { id: string; name: string } }>(
    '/api/media/:id/:name',
    async (request, reply) => {
      await userOf(request, sessions);
      const { id, name } = request.params;
      const path = `${mediaFolder}/${name}`;
      // By its place and not by the id alone: other objects of the repository stay out of reach.
      const file = isMediaPath(path)
        ? await fileAt(drafts.git, await drafts.main(), path)
        : undefined;
      if (file?.sha !== id) throw new Refusal(404, 'no-picture', 'Không có ảnh này.');
      const etag = `"${id}"`;
      const isKnown = request.headers['if-none-match'] === etag;
      // Read before the headers are set: a failure must not be kept for a year.
      const [content] = isKnown ? [] : await drafts.git.blobs([id]);
      reply.header('Cache-Control', 'private, max-age=31536000, immutable').header('ETag', etag);
      if (isKnown) return reply.code(304).send();
      return reply.type(pictureTypeOf(name)).send(content);
    },
  );
}
