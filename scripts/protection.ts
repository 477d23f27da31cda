/**
 * `npm run protection -- [github:owner/name] [--check "npm test"]`: what is missing in the
 * protection of a repository on a git host. Without an argument it is the one in CMS_BACKEND; the
 * token is HOST_TOKEN. Ends with 1 when something is missing, with 2 when it could not be checked.
 */
import { parseArgs } from 'node:util';
import { makeAsk } from '#admin/server/hosts/protection/api.ts';
import { checkProtection } from '#admin/server/hosts/protection/check.ts';
import { readHost } from '#admin/server/hosts/setting.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'string', default: 'npm test' } },
  });
  const host = readHost(positionals[0] ?? process.env.CMS_BACKEND ?? '', process.env);
  const token = process.env.HOST_TOKEN;
  if (!token) throw new Error(`Thiếu HOST_TOKEN: mã truy cập đọc được cài đặt của ${host.origin}.`);
  const { lines, isComplete } = await checkProtection(host, makeAsk(host, token), values.check);
  console.log(lines.join('\n'));
  process.exitCode = isComplete ? 0 : 1;
} catch (error) {
  console.error(`Không kiểm tra được: ${(error as Error).message}`);
  process.exitCode = 2;
}
