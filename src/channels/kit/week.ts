/** The files of the set for an axis's week, by the names that they have in its archive. */
import type { PosterContext } from '../poster/input.ts';
import type { KitEntry } from '#src/model/share-kit.ts';
import { absolute } from '#src/model/web-values.ts';
import type { Entry } from '#src/load/entry.ts';
import { kitWords } from '#src/text/kit.ts';
import type { ArchivePart } from './archive.ts';
import { captionParts, pictureParts, textFile } from './files.ts';

/** Everything of the week: a plan, and a folder a day with the pictures and the captions. */
export function weekParts(
  axis: Entry<'axis'>,
  days: readonly KitEntry[],
  context: PosterContext,
): ArchivePart[] {
  const { weekdays, title, planDay } = kitWords.week;
  const plan = days.map((entry, day) =>
    planDay(weekdays[day]!.name, entry.data.title, absolute(context.site, entry.address)),
  );
  return [
    {
      name: 'lich-dang.txt',
      text: textFile([title(axis.data.title), axis.data.message, ...plan].join('\n\n')),
    },
    ...days.flatMap((entry, day) =>
      [...pictureParts(entry), ...captionParts(entry, context)].map((part) => ({
        ...part,
        name: `${weekdays[day]!.folder}/${part.name}`,
      })),
    ),
  ];
}
