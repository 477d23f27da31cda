/**
 * `npm run check -- [content|dist] [--json]`: checks the content and, when there is a build, the
 * build. Ends with 1 when something is wrong.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assertColorsAreJson } from './colors-json.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [what = existsSync('dist/index.html') ? 'all' : 'content'] = positionals;
if (!['all', 'content', 'dist'].includes(what)) {
  console.error(`Không biết “${what}”. Dùng: npm run check -- [content|dist] [--json]`);
  process.exit(2);
}
if (what === 'dist' && !existsSync('dist/index.html')) {
  console.error('Chưa có bản dựng. Hãy chạy npm run build trước.');
  process.exit(2);
}
try {
  assertColorsAreJson(process.cwd());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
// Only now: these modules load the colours themselves.
const [{ checkContent }, { checkDist }, { readContent }, { report }] = await Promise.all([
  import('./content.ts'),
  import('./dist.ts'),
  import('./read-content.ts'),
  import('./report.ts'),
]);
const findings = [
  ...(what === 'dist' ? [] : checkContent(readContent(process.cwd()))),
  ...(what === 'content' ? [] : await checkDist('dist')),
];
console.log(report(findings, values.json));
process.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0;
