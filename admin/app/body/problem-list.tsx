/** The problems that keep a body from being saved, each with the way to its place and, where there is one, its remedy. */
import type { BodyFix } from '#src/schema/body.ts';
import type { FormProblem } from './problems.ts';

interface ProblemListProps {
  problems: readonly FormProblem[];
  onShow: (problem: FormProblem) => void;
  onFix: (fix: BodyFix) => void;
}

export function ProblemList({ problems, onShow, onFix }: ProblemListProps) {
  return (
    <section className="body-problems" aria-label="Chỗ cần sửa trong nội dung">
      <p>Nội dung còn {problems.length} chỗ cần sửa:</p>
      <ul>
        {problems.map((problem, at) => (
          <li key={at}>
            {problem.near && <q>{problem.near}</q>} {problem.message}{' '}
            <button type="button" onClick={() => onShow(problem)}>
              Tới chỗ này
            </button>{' '}
            {problem.fix && (
              <button type="button" onClick={() => onFix(problem.fix!)}>
                {problem.fix.label}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Scrolls to a part of the body in the editor (or to a line of the plain text) and marks it. */
export function showPlace(
  root: HTMLElement | null,
  { part, line = 1 }: Pick<FormProblem, 'part'> & { line?: number },
): void {
  const plain = root?.querySelector('textarea');
  if (plain) {
    const start =
      plain.value
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    const end = plain.value.indexOf('\n', start);
    plain.focus();
    plain.setSelectionRange(start, end < 0 ? plain.value.length : end);
    return;
  }
  const parts = [...(root?.querySelector('[contenteditable]')?.children ?? [])].filter(isPart);
  const place = parts[part];
  if (!(place instanceof HTMLElement)) return;
  place.scrollIntoView({ block: 'center' });
  const inputs = [...place.querySelectorAll('input')];
  inputs.find(({ value }) => value.trim() === '')?.focus({ preventScroll: true });
  // An animation leaves the element as it was: the editor watches over its own.
  place.animate([{ outline: '3px solid currentColor', outlineOffset: '4px' }, {}], {
    duration: 4000,
    easing: 'steps(1, end)',
  });
}

/** An empty paragraph is no part of the text that is saved. */
function isPart(element: Element): boolean {
  return (
    element.tagName !== 'P' ||
    element.textContent.trim() !== '' ||
    element.querySelector('img') !== null
  );
}
