/** A real Chromium for the tests, found or brought: no test is left out for want of a browser. */
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

interface Found {
  executablePath: string;
  env?: Record<string, string>;
}

/** Starts Chromium: CHROME_PATH, else an installed one, else the one inside an npm package. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/** The same for several programs, which connect to its address. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer(await launchOptions());
}

async function launchOptions(): Promise<LaunchOptions> {
  const { executablePath, env } = await findBrowser();
  return {
    executablePath,
    // Containers often run tests as root, where the sandbox cannot start.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--lang=vi'],
    ...(env ? { env: { ...process.env, ...env } } : {}),
  };
}

/** The Chromium of this machine, else the one inside an npm package, with what it needs in its environment. */
export async function findBrowser(): Promise<Found> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names a file that is not there: ${named}`);
    return { executablePath: named };
  }
  const own = installed.find((path) => existsSync(path));
  return own ? { executablePath: own } : packaged();
}

/** The binary of `@sparticuz/chromium`, with the libraries that a bare machine lacks. */
async function packaged(): Promise<Found> {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const executablePath = await sparticuz.executablePath();
  const home = join(tmpdir(), 'chromium-libraries');
  const libraries = join(home, 'lib');
  if (!existsSync(libraries)) {
    const main = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    await unpack(join(main, '../../bin/al2023.tar.br'), home);
  }
  return { executablePath, env: { LD_LIBRARY_PATH: libraries } };
}

async function unpack(archive: string, target: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'unpack-'));
  const tar = join(work, 'libraries.tar');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(tar));
  await mkdir(target, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xf', tar, '-C', target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Could not unpack ${archive}: ${stderr}`);
}
