import type { FastifyRequest } from 'fastify';
import type { Account } from '../accounts/accounts.ts';
import { Refusal } from '../http/errors.ts';
import { userOf } from '../accounts/login.ts';
import type { People } from './open.ts';

/** The admin who sent the request; refuses with 401 or 403 anybody else. */
export async function adminOf({ sessions }: People, request: FastifyRequest): Promise<Account> {
  const user = await userOf(request, sessions);
  if (user.role === 'admin') return user;
  throw new Refusal(403, 'admins-only', 'Trang này dành cho quản trị.');
}
