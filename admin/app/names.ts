/** What entries are called that others point at: content, for the CMS's own lists and choices. */
import { useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import { pageTypes } from '#src/schema/index.ts';
import type { FoundNames, Name } from '../list/page.ts';
import { backendName } from './config.ts';
import { findPublished } from './published-names.ts';
import { post } from './server.ts';

export interface Names {
  axes: readonly Name[];
  units: readonly Name[];
}

const nothing: FoundNames = { names: [], found: 0 };

/** Entries of a type whose names answer `term` (all when empty), and those of `slugs` whatever is searched. */
export async function findNames(
  collection: string,
  term = '',
  slugs: readonly string[] = [],
): Promise<FoundNames> {
  const params = { branch: 'main', collection, term, slugs };
  return (await post('/api/v1', { action: 'findNames', params })) as FoundNames;
}

/** Whether the editorial server is the back end, not a git host. */
export function useIsServed(): boolean {
  return useSelector(({ config }: State) => config.backend.name === backendName);
}

interface State {
  config: { backend: { name: string } };
}

/** As `findNames`, behind a git host from the site; nothing before it has come, and for no type with pages. */
export function useFoundNames(type: string, term = '', slug = ''): FoundNames {
  const isServed = useIsServed();
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    const name = pageTypes.find((one) => one.name === type)?.name;
    if (!name) {
      setFound(nothing);
      return;
    }
    let isCurrent = true;
    const finding = isServed
      ? findNames(name, term, slug ? [slug] : [])
      : findPublished(name, term, slug);
    finding.then(
      (answer) => isCurrent && setFound(answer),
      // What needs them stands without them.
      (error: unknown) => console.warn(error),
    );
    return () => void (isCurrent = false);
  }, [isServed, type, term, slug]);
  return found;
}

/** What axes and units are called, in the order of the plan. */
export function useNames(): Names {
  return { axes: useFoundNames('axis').names, units: useFoundNames('unit').names };
}
