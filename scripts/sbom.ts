/**
 * `npm run --silent sbom > sbom.json`: the list of all packages as CycloneDX 1.6, made of the lock file.
 * `npm sbom` refuses the peers of Decap's packages, which npm itself installs.
 * `npm run --silent sbom -- --licences`: how many packages have which licence.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPackages, resolveFrom, type Package } from './packages.ts';

const checkout = resolve(import.meta.dirname, '..');

/** The address of a package in all such lists (https://github.com/package-url/purl-spec). */
function purlOf({ name, version }: Pick<Package, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;
}

/** One package may lie in several places: its place tells them apart. */
function refOf(one: Package): string {
  return `${one.path}@${one.version}`;
}

function componentOf(one: Package): object {
  const { name, version, integrity = '', licence } = one;
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const hashes = integrity.split(' ').flatMap((hash) => {
    const [, length, content = ''] = /^sha(\d+)-(.+)$/.exec(hash) ?? [];
    const hex = Buffer.from(content, 'base64').toString('hex');
    return length ? [{ alg: `SHA-${length}`, content: hex }] : [];
  });
  return {
    type: 'library',
    'bom-ref': refOf(one),
    ...(group && { group }),
    name: bare,
    version,
    scope: one.dev ? 'excluded' : one.optional ? 'optional' : 'required',
    hashes,
    ...(licence && { licenses: [{ expression: licence }] }),
    purl: purlOf(one),
  };
}

async function sbom(packages: readonly Package[]): Promise<object> {
  const lock = await readFile(join(checkout, 'package-lock.json'), 'utf8');
  const { packages: all } = JSON.parse(lock) as { packages: Record<string, Package> };
  const { name, version, ...root } = all['']!;
  const byPath = new Map(packages.map((one) => [one.path, one]));
  const needs = (one: Pick<Package, 'path' | 'dependencies' | 'optionalDependencies'>) =>
    Object.keys({ ...one.dependencies, ...one.optionalDependencies }).flatMap((needed) => {
      const found = resolveFrom(one, needed, byPath);
      return found ? [refOf(found)] : [];
    });
  // The same lock file makes the same list: its number is made of it.
  const hex = createHash('sha256').update(lock).digest('hex');
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version } },
    components: packages.map(componentOf),
    dependencies: [
      { ref: name, dependsOn: needs({ ...root, path: '' }) },
      ...packages.map((one) => ({ ref: refOf(one), dependsOn: [...new Set(needs(one))] })),
    ],
  };
}

function countLicences(packages: readonly Package[]): string {
  const counts = new Map<string, number>();
  for (const { licence = '?' } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const rows = [...counts].sort(([, one], [, other]) => other - one);
  return rows.map(([licence, count]) => `${String(count).padStart(5)}  ${licence}`).join('\n');
}

const { values } = parseArgs({ options: { licences: { type: 'boolean', default: false } } });
const packages = await readPackages(checkout);
console.log(
  values.licences ? countLicences(packages) : JSON.stringify(await sbom(packages), null, 2),
);
