import { expect, test } from 'vitest';
import { isAllowed, licenceProblems } from '../../scripts/licences.ts';
import { readPackages } from '../../scripts/packages.ts';

const packages = await readPackages('.');

test('every package is pinned by its content, whatever machine it is for', () => {
  // npm leaves the sum out for packages of other systems when it writes the file beside node_modules.
  const loose = packages.filter(({ integrity = '' }) => !/^sha512-[\w+/]{86}==/.test(integrity));
  expect(loose.map(({ path }) => path)).toEqual([]);
  expect(packages.length).toBeGreaterThan(1000);
});

test('every package has a licence that is allowed', () => {
  expect(licenceProblems(packages)).toEqual([]);
});

test('a licence counts when it can be met; an unknown one does not', () => {
  for (const licence of ['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)']) {
    expect(isAllowed(licence), licence).toBe(true);
  }
  for (const licence of ['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', '', 'toString']) {
    expect(isAllowed(licence), licence).toBe(false);
  }
  const [first] = packages;
  expect(licenceProblems([{ ...first!, licence: undefined }])[0]).toContain('names no licence');
});
