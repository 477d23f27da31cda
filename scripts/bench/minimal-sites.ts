/**
 * What other generators take for as many entries: a site of one list and one page an entry, without pictures,
 * search, posters or anything else of ours. It is the floor below which no site of that size is built.
 */
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** An entry of a minimal site: a title and a body of Markdown. */
export interface MinimalEntry {
  slug: string;
  title: string;
  body: string;
}

const astroPages = {
  'package.json': '{"type":"module"}',
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = {
  entries: defineCollection({ loader: glob({ pattern: '*.md', base: './content' }) }),
};
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const entries = await getCollection('entries');
---
<html lang="vi"><body><ul>{entries.map(({ id, data }) => <li><a href={'/' + id + '/'}>{data.title}</a></li>)}</ul></body></html>
`,
  'src/pages/[slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('entries')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { Content } = await render(Astro.props.entry);
---
<html lang="vi"><body><h1>{Astro.props.entry.data.title}</h1><Content /></body></html>
`,
};

const hugoPages = {
  'hugo.toml': "baseURL = 'http://localhost/'\nlanguageCode = 'vi'\n",
  'layouts/_default/list.html':
    '<html lang="vi"><body><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>\n',
  'layouts/_default/single.html':
    '<html lang="vi"><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>\n',
};

/** A folder with a minimal Astro site, built there by the same Astro as ours. */
export async function minimalAstro(entries: readonly MinimalEntry[]): Promise<string> {
  const root = await makeSite(astroPages, entries);
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
  return root;
}

/** A folder with a minimal Hugo site. */
export function minimalHugo(entries: readonly MinimalEntry[]): Promise<string> {
  return makeSite(hugoPages, entries);
}

async function makeSite(
  pages: Record<string, string>,
  entries: readonly MinimalEntry[],
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'minimal-site-'));
  const texts = entries.map(({ slug, title, body }) => {
    return [`content/${slug}.md`, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}`] as const;
  });
  for (const [path, text] of [...Object.entries(pages), ...texts]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}
