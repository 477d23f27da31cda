/** The packages that the lock file names, with what each says of its licence. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface LockedPackage {
  version: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Package extends LockedPackage {
  /** Its place, such as `node_modules/zod`. */
  path: string;
  name: string;
  /** SPDX expression; `undefined` when neither the lock file nor a finding of ours names one. */
  licence: string | undefined;
}

/**
 * Packages whose description names no licence in the form of today, read by hand on 2026-11-29. Name
 * and version: a new version is read anew.
 */
const foundByHand: Readonly<Record<string, string>> = {
  '@mapbox/jsonlint-lines-primitives@2.0.2': 'MIT', // README.md
  'busboy@1.6.0': 'MIT', // `licenses`
  'duck@0.1.12': 'BSD-2-Clause', // LICENSE
  'format@0.2.2': 'MIT', // `licenses`
  'fuzzy@0.1.3': 'MIT', // `licenses`
  'humanize-number@0.0.2': 'MIT', // Readme.md
  'png-js@2.0.0': 'MIT', // LICENSE
  'semaphore@1.1.0': 'MIT', // README.md
  'sort-asc@0.1.0': 'MIT', // `licenses`
  'sort-desc@0.1.1': 'MIT', // LICENSE-MIT
  'sort-object@0.3.2': 'MIT', // `licenses`
  'streamsearch@1.1.0': 'MIT', // `licenses`
  'trim@0.0.1': 'MIT', // Readme.md
};

/** Every package of the lock file of a checkout, in its order. */
export async function readPackages(checkout: string): Promise<Package[]> {
  const text = await readFile(join(checkout, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };
  return Object.entries(packages).flatMap(([path, locked]) => {
    if (path === '') return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = foundByHand[`${name}@${locked.version}`] ?? locked.license;
    return [{ ...locked, path, name, licence }];
  });
}

/** Which package another one gets for a name: the nearest on the way up, as Node.js looks for it. */
export function resolveFrom(
  { path }: Pick<Package, 'path'>,
  name: string,
  byPath: ReadonlyMap<string, Package>,
): Package | undefined {
  for (let place = path; ; place = place.slice(0, place.lastIndexOf('/node_modules/'))) {
    const found = byPath.get(`${place}/node_modules/${name}`);
    if (found || !place.includes('/node_modules/'))
      return found ?? byPath.get(`node_modules/${name}`);
  }
}
