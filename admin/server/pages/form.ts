import type { FastifyRequest } from 'fastify';

/** The fields of a posted form. */
export function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}
