/** The doctor before a real TLS server, with every certificate that a site may have by mistake. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine, type Finding } from '#admin/doctor/checks.ts';
import { frontHeaders } from '#admin/server/http/serving.ts';
import { containing } from '#tests/server/harness.ts';

/** Who signed a certificate; `from` and `to` in days from now. */
interface Made {
  from?: number;
  to?: number;
  name?: string;
  signer?: 'itself, trusted' | 'itself' | 'unknown office';
}

const day = 24 * 60 * 60 * 1000;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const authorities = getCACertificates('default');

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'certificate-'));
  await writeFile(join(dir, 'index.txt'), '');
  await writeFile(
    join(dir, 'ca.cnf'),
    `[ca]\ndefault_ca = office\n[office]\ndatabase = ${dir}/index.txt\nnew_certs_dir = ${dir}\n` +
      'rand_serial = yes\ndefault_md = sha256\npolicy = names\ncopy_extensions = copy\n' +
      'unique_subject = no\n[names]\ncommonName = supplied\n',
  );
});
afterAll(() => {
  setDefaultCACertificates(authorities);
  return rm(dir, { recursive: true });
});

function openssl(...args: string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { cwd: dir });
  if (status !== 0) throw new Error(stderr.toString());
}

/** As `openssl ca` wants it: `20261129183000Z`. */
const timeIn = (days: number) =>
  new Date(Date.now() + days * day).toISOString().replace(/\.\d+|[-:T]/g, '');

/** Makes a certificate; afterwards whoever signed it is trusted or not, as asked. */
async function make({ from = -1, to = 60, name = 'localhost', signer = 'itself, trusted' }: Made) {
  const request = (file: string, subject: string, ...more: string[]) =>
    openssl(
      ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-subj', `/CN=${subject}`, '-keyout', `${file}.key`, '-out', `${file}.csr`, ...more],
    );
  request('site', name, '-addext', `subjectAltName=DNS:${name}`);
  let by = ['-selfsign', '-keyfile', 'site.key'];
  if (signer === 'unknown office') {
    request('office', 'Nơi cấp', '-x509', '-out', 'office.pem');
    by = ['-keyfile', 'office.key', '-cert', 'office.pem'];
  }
  openssl(
    ...['ca', '-batch', '-notext', '-config', 'ca.cnf', '-in', 'site.csr', '-out', 'site.pem'],
    ...['-startdate', timeIn(from), '-enddate', timeIn(to), ...by],
  );
  const [key, cert] = await Promise.all(
    ['site.key', 'site.pem'].map((file) => readFile(join(dir, file), 'utf8')),
  );
  setDefaultCACertificates(signer === 'itself, trusted' ? [...authorities, cert!] : authorities);
  return { key: key!, cert: cert! };
}

/** What the doctor says of the site and of its certificate. */
async function look(made: Made): Promise<Finding[]> {
  const headers = {
    ...frontHeaders,
    'Content-Security-Policy': "default-src 'self'",
  };
  const server = createServer(await make(made), (_request, reply) =>
    reply.writeHead(200, headers).end(),
  ).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const findings = await examine({
    dataDir: join(dir, 'khong-co'),
    port,
    trustsProxy: true,
    notices: {},
    siteUrl: `https://localhost:${port}`,
    now: new Date(),
  });
  server.closeAllConnections();
  server.close();
  return findings.filter(({ check }) => ['Trang công khai', 'Chứng chỉ'].includes(check));
}

describe.runIf(hasOpenssl)('a certificate', () => {
  test('that holds for weeks still is found well', async () => {
    expect(await look({ to: 60.5 })).toEqual([
      { check: 'Trang công khai', ok: true, found: containing('đủ tiêu đề bảo vệ') },
      { check: 'Chứng chỉ', ok: true, found: 'còn 60 ngày' },
    ]);
  });

  test('that is about to end is told while readers still see the site', async () => {
    expect(await look({ to: 9.5 })).toMatchObject([
      { ok: true },
      { ok: false, found: 'chỉ còn 9 ngày', remedy: containing('certbot renew') },
    ]);
  });

  test.each<[string, Made, found: string, remedy: string]>([
    ['that ended', { from: -40, to: -10 }, 'đã hết hạn', 'certbot renew'],
    ['that has yet to begin', { from: 2 }, 'chưa đến ngày có hiệu lực', 'timedatectl'],
    [
      'of another name',
      { name: 'khac.example.vn' },
      'không phải của tên localhost',
      'SITE_URL có đúng tên miền không; đúng rồi thì lấy chứng chỉ cho tên ấy',
    ],
    [
      'that it signed itself',
      { signer: 'itself' },
      'không nơi cấp nào được tin đã ký (DEPTH_ZERO_SELF_SIGNED_CERT)',
      'Hãy lấy chứng chỉ của một nơi cấp được tin',
    ],
    [
      'of an office that nobody knows here',
      { signer: 'unknown office' },
      'không nơi cấp nào được tin đã ký (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
      'NODE_EXTRA_CA_CERTS=/…/ca.pem trong /etc/nghi-quyet.env',
    ],
  ])('%s is told with what to do', async (_, made, found, remedy) => {
    expect(await look(made)).toEqual([
      {
        check: 'Trang công khai',
        ok: false,
        found: containing('không trả lời'),
        remedy: 'Hãy xem mục Chứng chỉ dưới đây.',
      },
      { check: 'Chứng chỉ', ok: false, found, remedy: containing(remedy) },
    ]);
  });
});
