/** The code that a module runs: what is made with it is made anew when any of it changes. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Static imports as Prettier leaves them; types run nothing. */
const imports = /^(?:import|export)\s+(?!type\b)(?:[\w*{][^'"=;(]*?\sfrom\s+)?'([^']+)'/gm;

/**
 * The module at `entry`, every module of ours that it reaches, and the `package.json` of every
 * package among their imports, for a key of what is made with it. Paths are from the project's root:
 * where a build runs, unless `root` says otherwise; a bundled module stands elsewhere.
 */
export function codeReached(entry: string, root = '.'): Buffer[] {
  return [...filesReached(entry, root)].sort().map((path) => readFileSync(join(root, path)));
}

/** The paths of those files. */
export function filesReached(entry: string, root = '.', found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  if (entry.endsWith('.json')) return found;
  for (const [, name = ''] of readFileSync(join(root, entry), 'utf8').matchAll(imports)) {
    if (name.startsWith('.')) filesReached(join(dirname(entry), name), root, found);
    else if (name.startsWith('#')) filesReached(name.slice(1), root, found);
    else if (!name.startsWith('node:')) found.add(packageFile(name));
  }
  return found;
}

function packageFile(name: string): string {
  const [scope = '', rest = ''] = name.split('/');
  return join('node_modules', scope.startsWith('@') ? `${scope}/${rest}` : scope, 'package.json');
}
