/** `GET /api/thong-bao`: how many notices the person has not read, for the CMS. */
import type { FastifyInstance } from 'fastify';
import { userOf } from '../accounts/login.ts';
import type { Services } from '../services.ts';

export function addCountRoute(api: FastifyInstance, { sessions, notices }: Services): void {
  api.get('/api/thong-bao', async (request) => {
    const { login } = await userOf(request, sessions);
    return { unread: notices.boxes.unread(login) };
  });
}
