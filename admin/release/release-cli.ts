/** `npm run deploy:release -- --from DIR --to PLACE …`: a finished site to the places that serve it. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { missingDownloads } from '#src/channels/missing-downloads.ts';
import { endWithError } from '../end-command.ts';
import { readSite, type Sent } from './files.ts';
import { send } from './send.ts';
import { readTarget } from './target.ts';

const usage = `Cách dùng: npm run deploy:release -- --from THƯ-MỤC --to NƠI-NHẬN [--to …] [--dry-run]
  NƠI-NHẬN: file:///srv/trang, ssh://tên@máy/srv/trang hoặc s3://thùng?endpoint=https://…`;

try {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      to: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  if (!values.from) throw new Error(`Thiếu --from: thư mục của trang đã dựng.\n${usage}`);
  if (!values.to) throw new Error(`Thiếu --to: nơi nhận trang.\n${usage}`);
  const targets = values.to.map(readTarget);
  const dryRun = values['dry-run'];
  const from = resolve(values.from);
  // Those places only serve files: posters and archives have to be there before somebody asks.
  const missing = await missingDownloads(from);
  if (dryRun && missing.length > 0) {
    console.log(`Chưa kể ${missing.length} tệp PDF và ZIP sẽ được làm trước khi gửi.`);
  } else if (missing.length > 0) {
    const { makeMissing } = await import('#src/integrations/downloads.ts');
    console.log(`Đã làm ${await makeMissing(from)} tệp PDF và ZIP.`);
  }
  const site = await readSite(from);
  for (const target of targets) {
    try {
      const options = { dryRun, now: new Date(), env: process.env };
      console.log(`✓ ${target.address}: ${wordsFor(await send(site, target, options), dryRun)}`);
    } catch (error) {
      // A place that is ill keeps nothing from the others.
      console.error(`✗ ${target.address}: ${(error as Error).message}`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  endWithError(error, usage);
}

function wordsFor({ files, bytes, same, removed }: Sent, dryRun: boolean): string {
  if (files + removed === 0) return 'không có gì mới.';
  const megabytes = (bytes / 1e6).toLocaleString('vi', { maximumFractionDigits: 1 });
  return `${dryRun ? 'sẽ gửi' : 'đã gửi'} ${files} tệp (${megabytes} MB), giữ ${same}, bỏ ${removed}.`;
}
