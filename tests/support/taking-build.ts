/**
 * A build that leaves a list beside its site, as the real one does, and says in `tu.json` what it was made of. A file
 * `hong.txt` in the source makes it fail before it touches anything, `dut.txt` when it has begun.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listEnding } from '#src/integrations/finished-list.ts';
import type { BuildCommand } from '#admin/server/build/builder.ts';

const program = `
const fs = require('node:fs');
const [source, out] = process.argv.slice(1);
const { BUILD_OVER: over, BUILD_PREVIOUS: previous } = process.env;
if (fs.existsSync(source + '/hong.txt')) process.exit(1);
if (over) {
  fs.renameSync(over, out);
  fs.rmSync(over + '${listEnding}');
}
fs.mkdirSync(out, { recursive: true });
if (fs.existsSync(source + '/dut.txt')) process.exit(1);
// As the real one: what another site may share is not written into.
fs.rmSync(out + '/tu.json', { force: true });
fs.writeFileSync(out + '/tu.json', JSON.stringify({ over, previous }));
fs.writeFileSync(out + '${listEnding}', '');
`;

export const takingBuild: BuildCommand = (source, outDir) => ({
  file: process.execPath,
  args: ['-e', program, source, outDir],
});

/** The folders that a site was made of. */
export function madeFrom(site: string): { over?: string; previous?: string } {
  return JSON.parse(readFileSync(join(site, 'tu.json'), 'utf8')) as {
    over?: string;
    previous?: string;
  };
}
