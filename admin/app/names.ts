/** The names of axes and units, which are content, for the CMS's own lists. */
import { useEffect, useState } from 'react';
import { types } from '#src/schema/index.ts';
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

const noNames: Names = { axes: [], units: [] };
let known: Promise<Names> | undefined;

/** The names, once they have come; none behind a git host, where slugs are shown. */
export function useNames(isServer: boolean): Names {
  const [names, setNames] = useState(noNames);
  useEffect(() => {
    if (!isServer) return;
    known ??= readNames();
    known.then(setNames, (error: unknown) => {
      // The list stands without them; the next list asks again.
      known = undefined;
      console.warn(error);
    });
  }, [isServer]);
  return names;
}

async function readNames(): Promise<Names> {
  const [axes, units] = await Promise.all([readFolder('axis'), readFolder('unit')]);
  return { axes, units };
}

async function readFolder(name: 'axis' | 'unit'): Promise<Name[]> {
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
        order: Number(fields['order']),
      };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ slug, title }) => ({ slug, title }));
}
