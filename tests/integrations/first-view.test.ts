import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withPolicy } from '#src/integrations/first-view/policy.ts';
import { Scripts } from '#src/integrations/first-view/scripts.ts';
import { Styles } from '#src/integrations/first-view/styles.ts';
import { withWholeNames } from '#src/integrations/first-view/unbroken.ts';

const head = '<meta charset="utf-8"><link rel="stylesheet" href="/_astro/a.css">';
const page = (first: string, rest: string) =>
  `<html><head>${head}</head><body>${first}<!--first-view-end-->${rest}</body></html>`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'first-view-'));
  await mkdir(join(root, '_astro'));
  const files = {
    'a.css':
      '/* lời */ :root,:host{--ink:#111;--axis:#222}.axis-1{--axis:#333}body{color:var(--ink);background:var(--axis,var(--ink))}.card{border:1px}.menu a{top:0}' +
      '.menu .khong-co{top:0}@media (min-width:44rem){.card{width:9rem}}@media print{.card{display:none}}',
    'b.css': '.card{border:2px;color:var(--ink)}',
    'small.js': 'document.title="x";\n',
    'other.js': 'const a=1;',
    'large.js': `${'x();'.repeat(500)}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(root, '_astro', name), text);
  }
});
afterAll(() => rm(root, { recursive: true }));

describe('styles', () => {
  const styleOf = (html: string) => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';

  test('the page carries what its first view uses on a phone, and nothing else', async () => {
    const html = await new Styles(root).inline(
      page('<p class="menu"><a href="/">a</a></p>', '<p class="card">b</p>'),
    );
    expect(styleOf(html)).toBe(
      ':root{--axis:#222}body{color:#111;background:var(--axis,#111)}.menu a{top:0}',
    );
  });

  test('a later build with another sheet has the styles of that one', async () => {
    const one = page('<p class="card">a</p>', '');
    const before = styleOf(await new Styles(root).inline(one));
    expect(styleOf(await new Styles(root).inline(one))).toBe(before);
    const other = one.replace('/_astro/a.css', '/_astro/c.css');
    await writeFile(join(root, '_astro/c.css'), '.card{border:3px}');
    expect(styleOf(await new Styles(root).inline(other))).toBe('.card{border:3px}');
    await writeFile(join(root, '_astro/c.css'), '.card{border:4px}');
    expect(styleOf(await new Styles(root).inline(other))).toBe('.card{border:4px}');
  });

  test('the whole sheet waits where the first view ends; a wide screen takes it at once', async () => {
    const html = await new Styles(root).inline(page('<p>a</p>', '<p>b</p><!--first-view-end-->'));
    expect(html).toContain(
      '</style><link rel="stylesheet" href="/_astro/a.css" media="(min-width: 44rem), (prefers-color-scheme: dark)"></head>',
    );
    expect(html).toContain('<link rel="stylesheet" href="/_astro/a.css"><p>b</p></body>');
  });

  test('what the first view has is laid out before its end, while the typeface is under way', async () => {
    const html = await new Styles(root).inline(page('<p>a</p>', '<p>b</p><!--first-view-end-->'));
    expect(html).toContain(
      '<p>a</p><script>document.body.offsetTop</script><link rel="stylesheet"',
    );
  });

  test('the typeface is said by the page alone: a sheet that says it again would move the text', async () => {
    const face = '@font-face{font-family:a;font-display:optional;src:url(/a.woff2)}';
    await writeFile(join(root, '_astro/face.css'), `${face}.card{border:5px}`);
    const styles = new Styles(root);
    const told = page('<p>a</p>', '').replace('/_astro/a.css', '/_astro/face.css');
    styles.serve(['/_astro/face.css']);
    const html = await styles.inline(told);
    await styles.leaveFacesInPages();
    expect(styleOf(html)).toBe(face);
    expect(await readFile(join(root, '_astro/face.css'), 'utf8')).toBe('.card{border:5px}');
  });

  test('what a phone shows only when asked to is no first view', async () => {
    const html = await new Styles(root).inline(
      page(
        '<details><summary class="menu"><a>a</a></summary><p class="card">b</p></details>' +
          '<nav data-wide><p class="card">c</p></nav>',
        '',
      ),
    );
    expect(styleOf(html)).toContain('.menu a');
    expect(styleOf(html)).not.toContain('.card');
    const open = await new Styles(root).inline(
      page('<details open><summary>a</summary><p class="card">b</p></details>', ''),
    );
    expect(styleOf(open)).toContain('.card');
  });

  test('sheets keep their order', async () => {
    const both = page('<p class="card">a</p>', '').replace(
      head,
      `${head}<link rel="stylesheet" href="/_astro/b.css">`,
    );
    const html = await new Styles(root).inline(both);
    expect(styleOf(html)).toMatch(/\.card\{border:1px\}.*\.card\{border:2px;color:#111\}$/s);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain(
      '<link rel="stylesheet" href="/_astro/a.css"><link rel="stylesheet" href="/_astro/b.css">',
    );
  });

  test('a page without an end has all of its styles inside, also those for paper', async () => {
    const whole = page('<p class="card">a</p>', '').replace('<!--first-view-end-->', '');
    const html = await new Styles(root).inline(whole);
    expect(html).not.toContain('<link');
    expect(styleOf(html)).toContain('@media print');
    expect(styleOf(html)).toContain('(min-width:44rem)');
  });

  test('a page without a stylesheet stays as it is', async () => {
    expect(await new Styles(root).inline('<p>a</p>')).toBe('<p>a</p>');
  });
});

test('a small script stands in the page, a large one is fetched', async () => {
  const tag = (name: string) => `<script type="module" src="/_astro/${name}.js"></script>`;
  const scripts = new Scripts(root);
  expect(await scripts.inline(`<p>${tag('small')}${tag('large')}</p>`)).toBe(
    `<p><script type="module">document.title="x";</script>${tag('large')}</p>`,
  );
});

test('small scripts stand in the page as one, names apart', async () => {
  const tag = (name: string) => `<script type="module" src="/_astro/${name}.js"></script>`;
  expect(await new Scripts(root).inline(`${tag('small')}<p>a</p>${tag('other')}`)).toBe(
    '<p>a</p><script type="module">{document.title="x";}{const a=1;}</script>',
  );
});

describe('the policy', () => {
  const policyOf = (body: string) =>
    /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(
      withPolicy(`<head><meta charset="utf-8">${body}`),
    )?.[1];
  const hash = (code: string) =>
    `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;

  test('names what stands in the page by hash', () => {
    const policy = policyOf('<style>b{}</style><script type="module">đọc()</script>');
    expect(policy).toContain(`script-src ${hash('đọc()')};`);
    expect(policy).toContain(`style-src 'self' ${hash('b{}')};`);
    expect(policy).not.toContain('unsafe');
  });

  test('a page that runs nothing may run nothing; data is not run', () => {
    const data = '<script type="application/ld+json">{"name":"a"}</script>';
    expect(policyOf(data)).toContain("script-src 'none';");
  });

  test('a page that fetches a script may fetch this site’s', () => {
    expect(policyOf('<script type="module" src="/_astro/x.js"></script>')).toContain(
      "script-src 'self';",
    );
  });

  test('only a page with style attributes allows inline styles', () => {
    expect(policyOf('<style>b{}</style><p style="top:0">a</p>')).toContain(
      "style-src 'self' 'unsafe-inline';",
    );
    expect(policyOf('<p>Gõ style="top:0" vào bài</p>')).toContain("style-src 'self';");
  });

  test('stands behind the character set, as Astro and as React write it', () => {
    for (const first of ['<meta charset="utf-8">', '<meta charSet="utf-8"/>']) {
      expect(withPolicy(`<head>${first}</head>`)).toContain(`${first}<meta http-equiv="content-`);
    }
  });

  test('a page of an unknown shape is refused', () => {
    expect(() => withPolicy('<p>a</p>')).toThrow('charset');
  });
});

describe('what belongs together', () => {
  test('stays on one line in the main text; its hyphens stay hyphens', () => {
    const html =
      '<main id="noi-dung" class="axis-1"><h1>Số 57-NQ/TW</h1><p>ngày 2 tháng 9</p></main>';
    expect(withWholeNames(html)).toBe(
      '<main id="noi-dung" class="axis-1"><h1>Số\u00a0<span class="whole">57-NQ/TW</span></h1><p>ngày\u00a02\u00a0tháng\u00a09</p></main>',
    );
  });

  test('what is drawn, copied, run or outside the main text is as it was', () => {
    const main =
      '<img alt="Số 57-NQ/TW > 2 người"><textarea>số 57-NQ/TW, 2 người</textarea>' +
      '<table><td>số 5</td></table><svg><text>5 bước</text></svg><script>"số 5"</script><pre>số 5</pre>';
    const kept = `<title>Số 57-NQ/TW</title><main id="noi-dung">${main}</main><footer>số 5</footer>`;
    expect(withWholeNames(kept)).toBe(kept);
    // A poster breaks its lines itself.
    expect(withWholeNames('<main><p>số 57-NQ/TW</p></main>')).toBe(
      '<main><p>số 57-NQ/TW</p></main>',
    );
  });
});
