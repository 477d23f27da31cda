/** Mail over TLS to a server whose certificate an authority of the ward's own has signed. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { startMailServer } from '#tests/support/mail-server.ts';

const exec = promisify(execFile);
const dir = mkdtempSync(join(tmpdir(), 'mail-tls-'));
afterAll(() => rmSync(dir, { recursive: true }));

const [keyFile, certFile] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
const made = spawnSync('openssl', [
  ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
  ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', keyFile, '-out', certFile],
]);

/** As the server sends: a program of its own, for Node reads the authorities at its start. */
const program = `
const { readNoticeSettings } = await import('./admin/server/notices/settings.ts');
const { Mailer } = await import('./admin/server/notices/mail.ts');
const mailer = new Mailer(readNoticeSettings(process.env).mail);
await mailer.send({ id: '1', to: 'an@thu.example', subject: 'Đã duyệt', text: 'Bài lễ hội' });
`;

function send(scheme: string, port: number, authorities?: string): Promise<unknown> {
  return exec(process.execPath, ['--input-type=module', '-e', program], {
    env: {
      ...process.env,
      MAIL_URL: `${scheme}://bien-tap:mat%40khau@localhost:${port}`,
      MAIL_FROM: 'bien-tap@phuong.example',
      SITE_URL: 'https://phuong.example',
      NODE_EXTRA_CA_CERTS: authorities ?? '',
    },
  });
}

describe.runIf(made.status === 0)('TLS', () => {
  test.each([
    ['smtps', true],
    ['smtp', false],
  ])(
    '%s: sent over a safe line, and only to whom an authority vouches for',
    async (scheme, fromStart) => {
      const [key, cert] = [keyFile, certFile].map((file) => readFileSync(file, 'utf8'));
      const server = await startMailServer(0, { key: key!, cert: cert!, fromStart });
      try {
        await expect(send(scheme, server.port)).rejects.toThrow(/certificate/);
        expect(server.mails).toEqual([]);
        await send(scheme, server.port, certFile);
        expect(server.mails).toMatchObject([
          { isSafe: true, subject: 'Đã duyệt', to: ['an@thu.example'] },
        ]);
      } finally {
        await server.close();
      }
    },
  );
});
