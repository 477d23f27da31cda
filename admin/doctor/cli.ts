/** `npm run doctor [-- --backups DIR --json]`: what is wrong with this installation, and what to do. */
import { parseArgs } from 'node:util';
import { endWithError } from '../end-command.ts';
import { readSettings } from '../server/settings.ts';
import { examine } from './checks.ts';

const usage = 'Cách dùng: npm run doctor [-- --backups THƯ-MỤC-SAO-LƯU --json]';

try {
  const { values } = parseArgs({
    options: { backups: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { dataDir, port, siteUrl, trustProxy, notices } = readSettings(process.env);
  const findings = await examine({
    dataDir,
    port,
    siteUrl,
    trustsProxy: trustProxy.length > 0,
    backupDir: values.backups,
    notices,
    now: new Date(),
  });
  if (values.json) console.log(JSON.stringify(findings, null, 2));
  else {
    for (const finding of findings) {
      console.log(`${finding.ok ? '✓' : '✗'} ${finding.check}: ${finding.found}`);
      if (!finding.ok) console.log(`  → ${finding.remedy}`);
    }
  }
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
} catch (error) {
  endWithError(error, usage);
}
