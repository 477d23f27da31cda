/** A build that takes a moment: each article becomes a page, and a title can make it fail. */
import type { BuildCommand } from '#admin/server/build/builder.ts';

const program = `
const fs = require('node:fs');
const [source, out] = process.argv.slice(1);
const folder = source + '/content/articles';
fs.mkdirSync(out, { recursive: true });
for (const name of fs.readdirSync(folder)) {
  const text = fs.readFileSync(folder + '/' + name, 'utf8');
  if (text.includes('HONG')) { console.log('✗ ' + name + ': không dựng được'); process.exit(1); }
  const dir = out + '/bai-viet/' + name.replace('.mdx', '');
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(dir + '/index.html', text);
}
fs.mkdirSync(out + '/_astro', { recursive: true });
fs.writeFileSync(out + '/index.html', '<h1>Trang chủ</h1>');
fs.writeFileSync(out + '/404.html', '<h1>Không có trang này</h1>');
fs.writeFileSync(out + '/_astro/a.abcdef12.css', 'p{}');
fs.mkdirSync(out + '/admin', { recursive: true });
fs.writeFileSync(out + '/admin/index.html', '<h1>Biên tập</h1>');
`;

export const fakeBuild: BuildCommand = (source, outDir) => ({
  file: process.execPath,
  args: ['-e', program, source, outDir],
});
