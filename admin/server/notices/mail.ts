/** Sending one mail by SMTP. */
import { createTransport } from 'nodemailer';
import { isLoopback } from '../http/loopback.ts';
import { NotTaken } from './outbox.ts';
import type { MailSettings } from './settings.ts';

export interface Mail {
  /** Makes its Message-ID, so that a mail that was sent twice is known as one. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** How long a mail server may be silent, in milliseconds. */
const patience = 10_000;

export class Mailer {
  readonly #settings: MailSettings;
  readonly #transport;

  constructor(settings: MailSettings) {
    this.#settings = settings;
    const { host, port, secure, user, password } = settings;
    this.#transport = createTransport({
      host,
      port,
      secure,
      // A password goes over no line that others can read.
      requireTLS: user !== undefined && !secure && !isLoopback(host),
      ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Hands a mail to the mail server. Throws `NotTaken` when that refuses this one. */
  async send({ id, to, subject, text }: Mail): Promise<void> {
    const { from } = this.#settings;
    try {
      await this.#transport.sendMail({
        messageId: `<${id}@${domainOf(from)}>`,
        from,
        to: { name: '', address: to },
        subject,
        text,
        headers: {
          // No answer of a machine comes back to a machine (RFC 3834).
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
        },
      });
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      if (code === 'EENVELOPE' || code === 'EMESSAGE')
        throw new NotTaken(message, { cause: error });
      throw error;
    }
  }

  /** Throws when the mail server does not answer, or not take the login. */
  async check(): Promise<void> {
    await this.#transport.verify();
  }
}

function domainOf(from: string): string {
  return /@([^>]+)>?$/.exec(from)?.[1] ?? 'localhost';
}
