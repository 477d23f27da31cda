import { expect, test } from 'vitest';
import { blockFigure } from '#src/drawing/block-figure.ts';
import { drawnBlocks } from '#src/schema/drawn-blocks.ts';

const figures = `<KeyFigures title="Bảy trục trong một nghị quyết">
- **7** trục nội dung
- **95%**: hồ sơ nộp qua mạng
</KeyFigures>`;

test('a body’s figures, steps, moments, sides and clear points are read as statements', () => {
  const read = drawnBlocks(`
Lời đầu.

${figures}

<Steps title="Nộp hồ sơ">
1. Mở trang.
2. Điền đơn.
</Steps>

<Comparison title="Trước và nay">

| Việc | Trước | Nay |
| ---- | ----- | --- |
| Nộp hồ sơ | Ra phường | Ở nhà |

</Comparison>

<SixClear title="Số hóa">
- **Người:** Văn phòng
- **Rõ việc**: số hóa
</SixClear>

<Note title="Lưu ý">Không vẽ.</Note>
`);
  expect(read).toEqual([
    {
      name: 'KeyFigures',
      title: 'Bảy trục trong một nghị quyết',
      leads: ['7', '95%'],
      lines: ['7 trục nội dung', '95%: hồ sơ nộp qua mạng'],
    },
    { name: 'Steps', title: 'Nộp hồ sơ', leads: [], lines: ['Mở trang.', 'Điền đơn.'] },
    {
      name: 'Comparison',
      title: 'Trước và nay',
      leads: [],
      lines: ['Nộp hồ sơ. Trước: Ra phường. Nay: Ở nhà'],
    },
    {
      name: 'SixClear',
      title: 'Số hóa',
      leads: ['Người', 'Rõ việc'],
      lines: ['Người: Văn phòng', 'Rõ việc: số hóa'],
    },
  ]);
  expect(read.map((block) => blockFigure(block) !== undefined)).toEqual([true, true, true, true]);
});

test('what would be too small to see is left to its words', () => {
  const [block] = drawnBlocks(figures);
  expect(blockFigure({ ...block!, lines: Array<string>(7).fill('7 trục') })).toBeUndefined();
  expect(blockFigure({ ...block!, leads: ['một nghìn hai trăm'] })).toBeUndefined();
  expect(drawnBlocks('Không có khung nào.')).toEqual([]);
});
