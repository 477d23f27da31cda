import type { EntryFile } from '../../schema/entry-file.ts';
import type { Finding } from '../../schema/finding.ts';

/** All content at once, for rules that look across files. */
export interface ContentSet {
  /** Every entry that is right by itself. */
  entries: readonly EntryFile[];
  /** Every path below `content/`, also of files that are not entries. */
  paths: ReadonlySet<string>;
}

/** A rule names what it finds; it changes nothing. */
export type ContentRule = (content: ContentSet) => Finding[];

/** A finding about a field of an entry, as an error unless said otherwise. */
export function finding(
  entry: EntryFile,
  rule: string,
  field: string,
  label: string,
  message: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return { file: entry.path, field, label, message, rule, severity };
}
