/** `npm run deploy:files -- --host NAME --out DIR`: configuration files for one server. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { endWithError } from '../admin/end-command.ts';
import { caddyfile } from './caddy.ts';
import { nginxConf } from './nginx.ts';
import { defaults, type DeploySettings } from './settings.ts';
import { headersFile } from './static-host.ts';
import { backupTimer, backupUnit, commandScript, frontWeight, serverUnit } from './systemd.ts';

const usage = `Cách dùng: npm run deploy:files -- --host TÊN-MIỀN --out THƯ-MỤC
  [--code ${defaults.codeDir}] [--data ${defaults.dataDir}] [--user ${defaults.user}]
  [--port ${defaults.port}] [--backups ${defaults.backupDir}] [--recipient age1…] [--plain ĐỊA-CHỈ:CỔNG]
  [--only-site THƯ-MỤC]   máy chỉ phục vụ trang, không có máy chủ biên tập: THƯ-MỤC/current là trang`;

try {
  const settings = readSettings();
  const out = settings.out;
  await mkdir(out, { recursive: true });
  const files = {
    'nginx.conf': nginxConf(settings),
    Caddyfile: caddyfile(settings),
    ...(settings.siteDir === undefined && {
      'nghi-quyet.service': serverUnit(settings),
      'nghi-quyet-sao-luu.service': backupUnit(settings),
      'nghi-quyet-sao-luu.timer': backupTimer(),
      'nginx-nghi-quyet.conf': frontWeight(),
      'nghi-quyet': commandScript(settings),
    }),
    _headers: headersFile(),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(out, name), text);
  console.log(`Đã ghi ${Object.keys(files).join(', ')} vào ${out}.`);
} catch (error) {
  endWithError(error, usage);
}

function readSettings(): DeploySettings & { out: string } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      host: text,
      out: text,
      code: { ...text, default: defaults.codeDir },
      data: { ...text, default: defaults.dataDir },
      user: { ...text, default: defaults.user },
      port: { ...text, default: String(defaults.port) },
      backups: { ...text, default: defaults.backupDir },
      recipient: text,
      'only-site': text,
      plain: text,
    },
  });
  const { host, out, code, data, user, port, backups, recipient, plain } = values;
  const siteDir = values['only-site'];
  if (!host || !out) throw new Error(usage);
  // What goes into the files of other programs is held to what their languages read as one word.
  const words = { host, code, data, user, port, backups, recipient, plain, 'only-site': siteDir };
  for (const [name, value] of Object.entries(words)) {
    if (value !== undefined && !/^[A-Za-z0-9._/:[\]-]+$/.test(value)) {
      throw new Error(`--${name}: “${value}” có ký tự không dùng được ở đây.`);
    }
  }
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new Error(`--port: “${port}” không phải số cổng. Hãy đặt một số từ 1 đến 65535.`);
  }
  return {
    out: resolve(out),
    host,
    codeDir: code,
    dataDir: data,
    user,
    port: number,
    backupDir: backups,
    recipient,
    siteDir,
    plain,
  };
}
