/** The plan's “6 rõ” (I.2): one line for each, in the plan's order. */
import { line, optional } from './field.ts';

/** The six lines, each as far as the sources state it; `max` is what fits the place. */
export function sixClearFields(max: number) {
  const clear = (label: string, hint: string) => optional(line({ label, hint, max }));
  return {
    people: clear('Rõ người', 'Ai làm.'),
    work: clear('Rõ việc', 'Làm việc gì.'),
    progress: clear('Rõ tiến độ', 'Khi nào, đến đâu.'),
    product: clear('Rõ sản phẩm', 'Làm xong thì có gì.'),
    resources: clear('Rõ nguồn lực', 'Lấy sức, lấy tiền ở đâu.'),
    responsibility: clear('Rõ trách nhiệm', 'Ai chịu trách nhiệm chính.'),
  };
}
