/** The code serves any ward: whose site it is stands in `content/` alone. */
import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';

const code = ['src', 'admin', 'deploy', 'scripts', 'public', 'astro.config.mjs', 'package.json'];

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return entries.length === 0 ? [path] : files.map((file) => join(file.parentPath, file.name));
}

test('no file of the code names the ward, its address, its units or its axes', async () => {
  const text = await readFile('content/settings/site.yml', 'utf8');
  const { ward, siteUrl } = parseYaml(text) as { ward: string; siteUrl: string };
  const name = ward.replace(/^Phường /, '');
  const slugs = (await Promise.all(['axes', 'units'].map((type) => readdir(`content/${type}`))))
    .flat()
    .map((file) => parse(file).name);
  // As a word of a file or of an address; “ban-thuong-vu” in a longer word is another word.
  const words = [name, new URL(siteUrl).hostname.replaceAll('.', '\\.'), ...slugs];
  const named = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'iu');
  const found: string[] = [];
  for (const path of (await Promise.all(code.map(filesBelow))).flat()) {
    if (!/\.(?:tsx?|astro|m?js|css|json|html|sh|svg|txt|xml)$/.test(path)) continue;
    const [match] = named.exec((await readFile(path, 'utf8')).normalize('NFC')) ?? [];
    if (match !== undefined) found.push(`${path}: ${match}`);
  }
  expect(found).toEqual([]);
});
