/** `POST /api/advice` with `{collection, data, body}`: what could read better, as `{advice}`. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { allTypes } from '#src/schema/index.ts';
import { userOf } from '../accounts/login.ts';
import { Refusal } from '../http/errors.ts';
import type { Services } from '../services.ts';

const bodyRule = z.object({
  collection: z.string(),
  data: z.record(z.string(), z.unknown()),
  body: z.string(),
});

/** A long text with its fields; longer ones are refused at the save. */
const bodyLimit = 1024 * 1024;

export function addAdviceRoute(app: FastifyInstance, services: Services): void {
  const { sessions, drafts, advisor } = services;
  app.post('/api/advice', { bodyLimit }, async (request) => {
    await userOf(request, sessions);
    const asked = bodyRule.safeParse(request.body);
    const type = allTypes.find(({ name }) => name === asked.data?.collection);
    if (!asked.success || !type) {
      throw new Refusal(422, 'bad-request', 'Không có loại nội dung này.');
    }
    const { data, body } = asked.data;
    return { advice: await advisor.advise(await drafts.main(), type, data, body) };
  });
}
