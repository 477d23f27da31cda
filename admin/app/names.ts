/** What entries are called that others point at: content, for the CMS's own lists and choices. */
import { useEffect, useState } from 'react';
import { useSelector } from 'react-redux';
import { types, type TypeName } from '#src/schema/index.ts';
import { backendName } from './config.ts';
import { post } from './server.ts';
import { dataFormat, entryFormat } from './slug.ts';

/** An entry that others point at, by its slug. */
export interface Name {
  slug: string;
  title: string;
}

export interface Names {
  axes: readonly Name[];
  units: readonly Name[];
}

const known = new Map<string, Promise<Name[]>>();

/**
 * The entries of a type by name, those of the plan in its order; none before they have come, and
 * none behind a git host.
 */
export function useNamesOf(type: string): readonly Name[] {
  const isServer = useSelector(({ config }: State) => config.backend.name === backendName);
  const [names, setNames] = useState<readonly Name[]>([]);
  useEffect(() => {
    setNames([]);
    if (!isServer || !Object.hasOwn(types, type)) return;
    let isCurrent = true;
    const reading = known.get(type) ?? readNames(type as TypeName);
    known.set(type, reading);
    reading.then(
      (found) => isCurrent && setNames(found),
      (error: unknown) => {
        // What needs them stands without them; the next one asks again.
        known.delete(type);
        console.warn(error);
      },
    );
    return () => void (isCurrent = false);
  }, [isServer, type]);
  return names;
}

/** What axes and units are called. */
export function useNames(): Names {
  return { axes: useNamesOf('axis'), units: useNamesOf('unit') };
}

interface State {
  config: { backend: { name: string } };
}

async function readNames(name: TypeName): Promise<Name[]> {
  const { folder, extension, nameField } = types[name];
  const params = { branch: 'main', folder: `content/${folder}`, extension };
  const answer = await post('/api/v1', { action: 'entriesByFolder', params });
  const format = extension === 'mdx' ? entryFormat : dataFormat;
  return (answer as { data: string; file: { path: string } }[])
    .map(({ data, file }) => {
      const fields = format.fromFile(data) as Record<string, unknown>;
      return {
        slug: file.path.slice(file.path.lastIndexOf('/') + 1, file.path.lastIndexOf('.')),
        title: String(fields[nameField]),
        order: Number(fields['order'] ?? 0),
      };
    })
    .sort((a, b) => a.order - b.order || vietnamese.compare(a.title, b.title))
    .map(({ slug, title }) => ({ slug, title }));
}

const vietnamese = new Intl.Collator('vi', { numeric: true });
