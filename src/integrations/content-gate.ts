import type { AstroIntegration } from 'astro';
import { checkRead } from '../checks/content.ts';
import { report } from '../checks/report.ts';
import type { ReadResult } from '../schema/entry-file.ts';

/**
 * Stops a build before it starts when the content (path → what the file says) breaks a rule, with every
 * finding in Vietnamese. While developing, the findings are shown and work goes on.
 */
export function contentGate(content: ReadonlyMap<string, ReadResult>): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const findings = checkRead(content);
        if (findings.length === 0) return;
        const text = report(findings, false);
        if (command === 'build' && findings.some(({ severity }) => severity === 'error')) {
          logger.error(`Nội dung có lỗi, chưa dựng trang:\n${text}`);
          // The findings are said; a stack trace would bury them.
          process.exit(1);
        }
        logger.warn(`Nội dung cần xem lại:\n${text}`);
      },
    },
  };
}
