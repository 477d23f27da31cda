import { posix } from 'node:path';
import { axisType } from '#src/schema/axis.ts';
import { frontOf } from '../content/change-files.ts';
import type { Drafts } from '../workflow/drafts.ts';
import { readFolder } from '../content/entries.ts';

/** An axis as a form offers it. */
export interface AxisChoice {
  slug: string;
  title: string;
}

/** The axes that are published, in the order of the plan. */
export async function readAxes(drafts: Drafts): Promise<AxisChoice[]> {
  const { folder, extension } = axisType;
  const files = await readFolder(drafts.git, await drafts.main(), `content/${folder}`, extension);
  return files
    .map(({ data, file }) => {
      const slug = posix.basename(file.path, `.${extension}`);
      const { title, order } = frontOf(axisType, data ?? '');
      return { slug, title: typeof title === 'string' ? title : slug, order: Number(order) };
    })
    .sort((one, other) => one.order - other.order)
    .map(({ slug, title }) => ({ slug, title }));
}
