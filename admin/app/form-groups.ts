/** The parts of a form, as an officer thinks of an entry: what it says, who answers for it, when, with what. */
import type { ContentType } from '#src/schema/index.ts';

export interface FormGroup {
  name: string;
  label: string;
  /** Names of its fields, in order. */
  fields: string[];
  /** What may be left out folds away until it is wanted. */
  folded: boolean;
}

/** Fields that are not what the entry itself says, by the group in which they stand. */
const places: Record<string, readonly string[]> = {
  responsibility: ['unit', 'sources', 'documents', 'consent'],
  days: ['published', 'updated', 'changeNote', 'reviewDate', 'expires'],
  related: ['picture', 'campaign', 'related'],
};

const labels: Record<string, string> = {
  responsibility: 'Nguồn và trách nhiệm',
  days: 'Ngày',
  related: 'Ảnh và liên quan',
};

/** Fewer fields than these need no parts. */
const fewest = 8;

/** The groups of a type's form, given the names of its fields in order; none where it is short. */
export function groupsOf(type: ContentType, names: readonly string[]): FormGroup[] {
  if (names.length < fewest || type.set === 'single') return [];
  const placed = new Set(Object.values(places).flat());
  const text = names.filter((name) => !placed.has(name));
  const others = Object.entries(places).map(([name, fields]) => ({
    name,
    label: labels[name]!,
    fields: fields.filter((field) => names.includes(field)),
    folded: name !== 'responsibility',
  }));
  const first = { name: 'text', label: type.words.one, fields: lastActions(text), folded: false };
  return [first, ...others].filter(({ fields }) => fields.length > 0);
}

/** What to do comes after the body that explains it. */
function lastActions(names: readonly string[]): string[] {
  return [
    ...names.filter((name) => name !== 'actions'),
    ...names.filter((name) => name === 'actions'),
  ];
}
