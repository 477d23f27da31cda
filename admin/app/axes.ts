/** The names of the axes, which are content, for the CMS's own lists. */
import type { AxisName } from './options.ts';
import { ServerError, post } from './server.ts';
import { entryFormat } from './slug.ts';

/** The seven axes in their order; none while nobody is logged in. */
export async function readAxes(): Promise<AxisName[]> {
  const params = { branch: 'main', folder: 'content/axes', extension: 'mdx' };
  const answer = await post(
    '/api/v1',
    { action: 'entriesByFolder', params },
    { askLogin: false },
  ).catch((error: unknown) => {
    if (error instanceof ServerError && error.status === 401) return [];
    throw error;
  });
  return (answer as { data: string; file: { path: string } }[])
    .map(({ data, file }) => ({ ...readAxis(data), slug: slugIn(file.path) }))
    .sort((a, b) => a.order - b.order);
}

function readAxis(text: string): { title: string; order: number } {
  return entryFormat.fromFile(text) as { title: string; order: number };
}

function slugIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
}
