/** Everything behind the HTTP server, opened on one data folder. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Accounts } from './accounts.ts';
import { Builder, type BuildCommand } from './builder.ts';
import { Drafts } from './drafts.ts';
import { Publisher } from './publish.ts';
import { openRepository } from './repository.ts';
import { Sessions } from './sessions.ts';

export interface Services {
  accounts: Accounts;
  sessions: Sessions;
  drafts: Drafts;
  builder: Builder;
  publisher: Publisher;
  allowedHosts: ReadonlySet<string>;
  /** What the person who starts the server should know, in Vietnamese. */
  messages: readonly string[];
}

export interface ServiceOptions {
  dataDir: string;
  /** The engineers' git checkout, which is only read. */
  checkout: string;
  allowedHosts: ReadonlySet<string>;
  siteUrl?: string | undefined;
  /** Builds the site in place of Astro. */
  buildCommand?: BuildCommand | undefined;
}

export async function openServices(options: ServiceOptions): Promise<Services> {
  const { dataDir, checkout, allowedHosts, siteUrl, buildCommand: command } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const { git, messages } = await openRepository(join(dataDir, 'repository.git'), checkout);
  const accounts = openAccounts(dataDir);
  const sessions = new Sessions(join(dataDir, 'sessions.json'), accounts);
  await sessions.load();
  const modules = join(checkout, 'node_modules');
  const builder = new Builder({ git, dataDir, modules, siteUrl, command });
  await builder.open();
  const drafts = new Drafts(git);
  const publisher = new Publisher(drafts, builder);
  return { accounts, sessions, drafts, builder, publisher, allowedHosts, messages };
}

/** The accounts of a data folder. */
export function openAccounts(dataDir: string): Accounts {
  return new Accounts(join(dataDir, 'accounts.json'));
}
