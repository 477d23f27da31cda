/** The pages of the workflow: the queue, one change, my work, what is published, kept texts. */
import type { Room } from '../pages/room.ts';
import { addChangePages } from './change-routes.ts';
import { Desk } from './desk.ts';
import { addListPages } from './list-routes.ts';
import { addLivePages } from './live-routes.ts';
import { addVersionPages } from './versions-routes.ts';

export const addReviewPages: Room = (pages, services) => {
  // The short form of an address, as people type it.
  for (const address of ['/admin/duyet', '/admin/cua-toi', '/admin/da-dang']) {
    pages.get(address, (_request, reply) => reply.redirect(`${address}/`, 301));
  }
  const desk = new Desk(services);
  addListPages(pages, desk);
  addChangePages(pages, desk);
  addLivePages(pages, desk);
  addVersionPages(pages, desk);
};
