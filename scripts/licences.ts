/** Which licences packages may have, and which packages do not have one of those. */
import type { Package } from './packages.ts';

/**
 * Licences under which a ward may run, change and pass on the whole: permissive ones, and those whose
 * duties end with their own files (MPL) or with a library that is loaded as it is (LGPL, for sharp's libvips and
 * for libheif, whose older way of saying it has no suffix).
 */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'WTFPL',
  'Zlib',
]);

/** Whether an SPDX expression of names, `AND`, `OR` and one pair of parentheses can be met. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  // AND binds closer than OR; deeper expressions match no name and are refused.
  return plain.split(' OR ').some((part) => part.split(' AND ').every((name) => allowed.has(name)));
}

/** A line for each package whose licence is unknown or not allowed, with the remedy. */
export function licenceProblems(packages: readonly Package[]): string[] {
  return packages.flatMap(({ name, version, path, licence }) => {
    if (licence !== undefined && isAllowed(licence)) return [];
    const what = licence === undefined ? 'names no licence' : `has the licence ${licence}`;
    const remedy =
      licence === undefined
        ? 'Read its files and add what they say to `foundByHand` in scripts/packages.ts'
        : 'Use another package, or have the licence allowed in scripts/licences.ts';
    return [`${name}@${version} (${path}) ${what}. ${remedy}.`];
  });
}
