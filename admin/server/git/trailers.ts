/** The lines at the end of a commit's message in which the workflow keeps its records. */
import type { Person } from './git.ts';

export type TrailerName =
  | 'Workflow-Status'
  | 'Workflow-Action'
  | 'Workflow-Note'
  | 'Publish-At'
  | 'Five-Eases'
  | 'Place'
  | 'Quote'
  | 'Suggestion'
  | 'Co-authored-by'
  | 'Reviewed-by'
  | 'Published-by'
  | 'Emergency-Reason'
  | 'Confirms'
  | 'Based-On'
  | 'Resolves'
  | 'Reopens';

export type Trailer = readonly [TrailerName, string | undefined];

/** A commit's message: the subject, then the trailers that have a value. */
export function commitMessage(subject: string, trailers: readonly Trailer[]): string {
  const lines = trailers.flatMap(([name, value]) => {
    const text = value === undefined ? '' : oneLine(value);
    return text ? [`${name}: ${text}`] : [];
  });
  return `${oneLine(subject)}\n\n${lines.join('\n')}\n`;
}

/** The trailers of a message that `commitMessage` made, by their names; `undefined` for any other message. */
export function readMessage(message: string): ReadonlyMap<string, string> | undefined {
  const [, subject, lines] = /^([^\n]+)\n\n((?:[A-Z][A-Za-z-]+: [^\n]+\n)+)$/.exec(message) ?? [];
  if (subject === undefined || lines === undefined) return undefined;
  const trailers = lines.split('\n').flatMap((line) => {
    const end = line.indexOf(': ');
    return end < 0 ? [] : [[line.slice(0, end), line.slice(end + 2)] as const];
  });
  const byName = new Map(trailers);
  // Two of one name are for git to sort out.
  return byName.size === trailers.length ? byName : undefined;
}

/** `Tên <địa chỉ>`, as git writes a person. */
export function personText({ name, email }: Person): string {
  return `${name} <${email}>`;
}

/** The person in a text that `personText` made. */
export function readPerson(text: string): Person {
  const match = /^(.*) <([^<>]*)>$/.exec(text);
  return match ? { name: match[1]!, email: match[2]! } : { name: text, email: '' };
}

/** The `--format` field that gives the values of a trailer, to be read with `trailerValues`. */
export function trailerField(name: TrailerName): string {
  return `%(trailers:key=${name},valueonly,unfold,separator=%x02)`;
}

export function trailerValues(field: string | undefined): string[] {
  return (field ?? '').split('\x02').filter(Boolean);
}

/** A line of its own could pass for another trailer, a control character for a field's end. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
