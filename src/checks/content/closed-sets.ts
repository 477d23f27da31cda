import type { Finding } from '../../schema/finding.ts';
import { types } from '../../schema/index.ts';
import { finding, type ContentSet } from './rule.ts';

/** The plan has seven axes (II.1); every one is there, each with its own number. */
export function closedSets({ entries, paths }: ContentSet): Finding[] {
  const axes = entries.filter(({ type }) => type.name === 'axis');
  const findings: Finding[] = [];
  const files = [...paths].filter((path) => path.startsWith(`content/${types.axis.folder}/`));
  if (files.length !== 7) {
    findings.push(
      setFinding(
        `content/${types.axis.folder}`,
        `Kế hoạch có đúng bảy trục nội dung, ở đây có ${files.length}. Hãy thêm hoặc bỏ cho đủ bảy.`,
      ),
    );
  }
  const settings = `content/${types.settings.folder}/site.yml`;
  if (!paths.has(settings)) {
    findings.push(
      setFinding(settings, 'Thiếu tệp cài đặt chung của trang. Hãy khôi phục tệp này.'),
    );
  }
  const owner = new Map<unknown, string>();
  for (const axis of axes) {
    const order = axis.data['order'];
    const other = owner.get(order);
    if (other) {
      findings.push(
        finding(
          axis,
          'axis-order',
          'order',
          'Thứ tự',
          `Số ${String(order)} đã dùng ở ${other}. Mỗi trục một số từ 1 đến 7.`,
        ),
      );
    }
    owner.set(order, axis.path);
  }
  return findings;
}

function setFinding(file: string, message: string): Finding {
  return { file, field: '', label: '', message, rule: 'closed-set', severity: 'error' };
}
