/** A real SMTP server on loopback that keeps what it is sent. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
  /** The head as it came over the line. */
  head: string;
  /** Whether that line was a safe one. */
  isSafe: boolean;
}

export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** Addresses that it will not take mail for. */
  unknown: Set<string>;
  close: () => Promise<void>;
}

/** How a server speaks TLS, with a key and a certificate in PEM. */
export interface MailTls {
  key: string;
  cert: string;
  /** From the first byte; else when it is asked to (STARTTLS). */
  fromStart: boolean;
}

/**
 * `port`: one that was used before; a free one when absent. The login is `bien-tap`, `mat@khau`. Without
 * `tls` it speaks none.
 */
export async function startMailServer(port = 0, tls?: MailTls): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    ...(tls && { key: tls.key, cert: tls.cert, secure: tls.fromStart }),
    disabledCommands: tls ? [] : ['STARTTLS'],
    // With TLS a login over the plain line is refused, as real servers do.
    allowInsecureAuth: tls === undefined,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'bien-tap' && password === 'mat@khau') done(null, { user: username });
      else done(new Error('wrong password'));
    },
    onRcptTo: ({ address }, _session, done) => {
      done(
        unknown.has(address) ? Object.assign(new Error('no such'), { responseCode: 550 }) : null,
      );
    },
    onData: (stream, { envelope, secure }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, isSafe: secure, ...read(Buffer.concat(parts).toString()) });
        done();
      });
    },
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    // A client hangs up on a certificate that it does not trust.
    if (error.code !== 'SocketError') throw error;
  });
  server.listen(port, '127.0.0.1');
  await new Promise((resolve) => server.server.once('listening', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    unknown,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function read(raw: string): Omit<ReceivedMail, 'to' | 'isSafe'> {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = raw.slice(end + 4);
  const encoding = field('Content-Transfer-Encoding').toLowerCase();
  const text = encoding === 'base64' ? fromBase64(body) : fromQuoted(body);
  return { head, subject: wordsIn(field('Subject')), text: text.replaceAll('\r\n', '\n') };
}

/** RFC 2047. */
function wordsIn(text: string): string {
  return text.replace(/=\?utf-8\?([QB])\?([^?]*)\?=\s*/gi, (_all, way: string, word: string) =>
    way.toUpperCase() === 'B' ? fromBase64(word) : fromQuoted(word.replaceAll('_', ' ')),
  );
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString();
}

function fromQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
