import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';

/** Adds the pages of one part of the work; paths in full, such as `/admin/duyet/`. */
export type Room = (pages: FastifyInstance, services: Services) => void;
