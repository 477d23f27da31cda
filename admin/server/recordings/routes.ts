/** Recordings over HTTP: an editor's upload, and the files for readers, in parts as players ask. */
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { recordingPath } from '#src/schema/recording.ts';
import { userOf } from '../accounts/login.ts';
import { Refusal } from '../http/errors.ts';
import { makeUploadGuard } from '../http/guard.ts';
import { sitePolicy } from '../http/policies.ts';
import { kindOf, plainPath } from '../http/site.ts';
import type { Services } from '../services.ts';
import { tooLarge } from './store.ts';

/** Where an upload goes; the file's own name stands in `ten`. */
const uploadPath = '/api/v1/ban-ghi';

export async function addRecordings(app: FastifyInstance, services: Services): Promise<void> {
  const { recordings, sessions, allowedHosts } = services;
  await app.register((uploads, _options, done) => {
    // The body stays a stream: a film never lies in memory.
    uploads.addContentTypeParser('application/octet-stream', (_request, payload, parsed) =>
      parsed(null, payload),
    );
    uploads.addHook('onRequest', makeUploadGuard(allowedHosts));
    uploads.post<{ Querystring: { ten?: string } }>(
      uploadPath,
      {
        bodyLimit: Number.MAX_SAFE_INTEGER,
        onRequest: async (request) => {
          await userOf(request, sessions);
          const announced = Number(request.headers['content-length'] ?? 0);
          if (announced > recordings.limit) throw tooLarge(nameIn(request.query), recordings.limit);
        },
      },
      async (request, reply) => {
        const kept = await recordings.receive(nameIn(request.query), request.body as Readable);
        return reply.type('application/json').send(JSON.stringify(kept));
      },
    );
    done();
  });
  app.get(`${recordingPath}*`, { helmet: sitePolicy }, async (request, reply) => {
    const name = plainPath(request.url)?.slice(recordingPath.length - 1) ?? '';
    const isFile = name !== '' && (await kindOf(join(recordings.dir, name))) === 'file';
    if (!isFile) throw new Refusal(404, 'no-recording', 'Không có bản ghi này.');
    // Under one name there is one content, whatever comes later.
    reply.header('Cache-Control', 'public, max-age=31536000, immutable');
    return reply.sendFile(name, recordings.dir);
  });
}

function nameIn({ ten }: { ten?: string }): string {
  return (ten ?? '').normalize('NFC').replace(/^.*[/\\]/, '') || 'tệp không tên';
}
