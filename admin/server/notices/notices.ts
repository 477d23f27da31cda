/** Telling people: into their lists at once, by mail and web hook as each has chosen. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Account, Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../machine/clock.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { postHook } from './hook.ts';
import type { Addressed, Message } from './kinds.ts';
import { codeLetter, dailyLetter, noticeLetter } from './letters.ts';
import { Mailer } from './mail.ts';
import { Mailboxes, type Notice } from './mailboxes.ts';
import { Outbox, type Content } from './outbox.ts';
import type { NoticeSettings } from './settings.ts';

interface Options {
  dataDir: string;
  accounts: Pick<Accounts, 'list' | 'find'>;
  clock: Clock;
  settings: NoticeSettings;
  /** Public address of the site; where a mail leads. */
  siteUrl: string | undefined;
}

export class Notices {
  readonly boxes: Mailboxes;
  readonly outbox: Outbox;
  readonly settings: NoticeSettings;
  readonly #accounts: Options['accounts'];
  readonly #siteUrl: string;
  readonly #mailer: Mailer | undefined;
  readonly #inTurn: Queue = createQueue();

  constructor({ dataDir, accounts, clock, settings, siteUrl = '' }: Options) {
    const dir = join(dataDir, 'notices');
    this.boxes = new Mailboxes(join(dir, 'people'), clock.now);
    this.outbox = new Outbox({
      path: outboxPath(dataDir),
      clock,
      deliver: (id, content) => this.#deliver(id, content),
    });
    this.settings = settings;
    this.#accounts = accounts;
    this.#siteUrl = siteUrl;
    this.#mailer = settings.mail && new Mailer(settings.mail);
  }

  /** Takes up what was there before a restart. */
  async load(): Promise<void> {
    await this.boxes.load();
    await this.outbox.load();
  }

  /**
   * Finds out, beside everything else, what there is to tell, and tells it. What goes wrong here is
   * logged and disturbs nobody's work. Resolves once it is written down.
   */
  tell(find: (accounts: readonly Account[]) => Promise<readonly Addressed[]>): Promise<void> {
    const accounts = this.#accounts.list();
    // Looked at now: a draft may be gone when what came before has been told.
    const found = accounts.then(find);
    // What goes wrong is logged below, in its turn.
    found.catch(() => undefined);
    return this.#inTurn(async () => {
      try {
        for (const { to, ...message } of await found) {
          for (const account of await accounts) {
            if (to.includes(account.login)) await this.#write(account, message);
          }
        }
      } catch (error) {
        console.error('Chưa ghi được thông báo:', error);
      }
    });
  }

  /** Tells one person. */
  tellOne(login: string, message: Message): Promise<void> {
    return this.tell(() => Promise.resolve([{ ...message, to: [login] }]));
  }

  tellAdmins(message: Message): Promise<void> {
    return this.tell((accounts) => {
      const admins = accounts.filter(({ role }) => role === 'admin');
      return Promise.resolve([{ ...message, to: admins.map(({ login }) => login) }]);
    });
  }

  /** Sends what waits for the daily mail since before a moment (milliseconds): one mail a person. */
  sendDaily(before: number): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#mailer) return;
      for (const { login, name } of await this.#accounts.list()) {
        const waiting = this.boxes.dailyOf(login, before);
        if (waiting.length === 0) continue;
        const letter = dailyLetter(name, waiting, this.#siteUrl);
        // Should the server die between the two, the same mail is added again under the same id.
        await this.outbox.add(`daily-${login}-${before}`, { channel: 'mail', login, ...letter });
        await this.boxes.dailySent(login, before);
      }
    });
  }

  /** Sends a code to an address that somebody names as hers; throws when it cannot be sent. */
  async sendCode({ login, name }: Account, address: string): Promise<void> {
    if (!this.#mailer) throw new Error('Máy chủ chưa đặt MAIL_URL.');
    const digits = await this.boxes.proposeAddress(login, address);
    const letter = codeLetter(name, digits, this.#siteUrl);
    await this.#mailer.send({ id: randomUUID(), to: address, ...letter });
  }

  /** Resolves once everything that was begun is written down. */
  settled(): Promise<void> {
    return this.#inTurn(() => Promise.resolve());
  }

  /** Returns once everything that was begun is written and nothing is being sent. */
  async close(): Promise<void> {
    await this.settled();
    await this.outbox.close();
  }

  async #write({ login, name }: Account, message: Message): Promise<void> {
    const { source, kind } = message;
    const id = source === undefined ? randomUUID() : `${source.slice(0, 20)}-${kind}-${login}`;
    if (this.boxes.has(login, id)) return;
    const notice = this.boxes.make(login, id, message);
    const { mail, hook } = this.boxes.wayOf(login, message.kind);
    const isMailed = mail === 'now' && this.#mailer && this.boxes.addressOf(login) !== undefined;
    if (isMailed) {
      const letter = noticeLetter(name, notice, this.#siteUrl);
      await this.outbox.add(notice.id, { channel: 'mail', login, ...letter });
    }
    if (hook && this.settings.hook) {
      const body = hookBody({ login, name }, notice, this.#siteUrl);
      await this.outbox.add(`hook-${notice.id}`, { channel: 'hook', body });
    }
    // Last: what stands in the list has been handed on, also where the server was killed in between.
    await this.boxes.add(login, notice);
  }

  async #deliver(id: string, content: Content): Promise<void> {
    if (content.channel === 'hook') {
      if (!this.settings.hook) throw new Error('Máy chủ không còn WEBHOOK_URL.');
      return postHook(this.settings.hook, content.body);
    }
    if (!this.#mailer) throw new Error('Máy chủ không còn MAIL_URL.');
    const { login, subject, text } = content;
    const to = this.boxes.addressOf(login);
    // She has left, or wants no mail any more.
    if (to === undefined || !(await this.#accounts.find(login))) return;
    await this.#mailer.send({ id, to, subject, text });
  }
}

/** What a web hook is told: about whom, what and where; the same id in every try. */
function hookBody(
  { login, name }: Pick<Account, 'login' | 'name'>,
  { id, at, kind, text, link }: Notice,
  siteUrl: string,
): string {
  const url = new URL(link, siteUrl).href;
  return JSON.stringify({
    id,
    at: new Date(at).toISOString(),
    kind,
    text,
    url,
    to: { login, name },
  });
}

export function outboxPath(dataDir: string): string {
  return join(dataDir, 'notices', 'outbox.json');
}
