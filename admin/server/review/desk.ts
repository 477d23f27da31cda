/** What the review pages ask of the server's services. */
import type { FastifyRequest } from 'fastify';
import type { Account, User } from '../accounts/accounts.ts';
import { reasonAgainstDraft } from '../workflow/drafts.ts';
import { Refusal } from '../http/errors.ts';
import { isEntryKey } from '../content/files.ts';
import { userOf } from '../accounts/login.ts';
import { readEases } from '../workflow/eases.ts';
import type { Action } from '../workflow/rules.ts';
import type { Services } from '../services.ts';
import type { ActionRequest, QueueItem } from '../workflow/workflow.ts';
import { choicesIn } from './merge-form.ts';
import { namesOf, type Names } from './names.ts';
import { placeIn } from './place-list.ts';

/** Collection and slug in the address of a page. */
export interface EntryParams {
  Params: { collection: string; slug: string };
}

export class Desk {
  readonly services: Services;

  constructor(services: Services) {
    this.services = services;
  }

  /** Who asks; refuses with 401. */
  user(request: FastifyRequest): Promise<Account> {
    return userOf(request, this.services.sessions);
  }

  async names(): Promise<Names> {
    return namesOf(await this.services.workflow.live());
  }

  /** Why a person may not do an action on a change of a list; `undefined` when she may. */
  reasonOf(user: User): (item: QueueItem, action: Action) => string | undefined {
    return ({ draft }, action) => reasonAgainstDraft(action, draft, user);
  }

  /** Whether the entry has a draft. */
  async hasDraft(collection: string, slug: string): Promise<boolean> {
    return (await this.services.drafts.find(collection, slug)) !== undefined;
  }
}

/** Refuses an address that names no possible entry. */
export function assertEntry({ params }: { params: EntryParams['Params'] }): void {
  if (isEntryKey(params.collection, params.slug)) return;
  throw new Refusal(404, 'no-entry', 'Không có mục này.');
}

/** What a form says about an action; empty fields say nothing. */
export function actionRequest(
  { collection, slug }: EntryParams['Params'],
  form: URLSearchParams,
): ActionRequest {
  const text = (name: string) => form.get(name)?.trim() || undefined;
  return {
    collection,
    slug,
    head: text('head'),
    note: text('note'),
    at: text('at'),
    newSlug: text('newSlug'),
    successor: text('successor'),
    id: text('id'),
    eases: form.has('ease') ? readEases(form.getAll('ease')) : undefined,
    place: placeIn(form),
    choices: choicesIn(form),
  };
}
