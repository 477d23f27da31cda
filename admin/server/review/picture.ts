/** A picture of one version of the content, for the pages that show versions beside each other. */
import type { FastifyReply } from 'fastify';
import { fileAt } from '../content/entries.ts';
import { isMediaPath, pictureTypeOf } from '../content/files.ts';
import type { Git } from '../git/git.ts';
import { Refusal } from '../http/errors.ts';

/** Sends the picture of that name as it is in a commit; refuses (404) where there is none. */
export async function sendPicture(
  reply: FastifyReply,
  git: Git,
  commit: string,
  name: string,
): Promise<FastifyReply> {
  const path = `content/media/${name}`;
  const file = isMediaPath(path) ? await fileAt(git, commit, path) : undefined;
  if (!file) throw new Refusal(404, 'no-picture', 'Không có ảnh này.');
  const [content] = await git.blobs([file.sha]);
  return reply.header('Cache-Control', 'private, no-cache').type(pictureTypeOf(name)).send(content);
}
