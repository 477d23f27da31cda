/** Every entry that has a share kit, and what its channels need beside it. */
import { loudspeakerScripts, type Script } from '../loudspeaker/script.ts';
import type { PosterContext } from '../poster/input.ts';
import { cached, cacheKey } from '#src/build-cache.ts';
import { codeReached } from '#src/code-reached.ts';
import type { AnyEntry } from '#src/load/entry.ts';
import { allEntries, bodyText, entries, nameOfFile, settings } from '#src/load/index.ts';
import { followOne } from '#src/load/follow.ts';
import { madeOnce } from '#src/page-reads.ts';
import { pathOf } from '#src/schema/entry-file.ts';
import { types } from '#src/schema/index.ts';
import { shortId } from '#src/model/short-id.ts';
import { withKit, type KitEntry } from '#src/model/share-kit.ts';

/** The entries whose kits are built. */
export async function kitEntries(): Promise<readonly KitEntry[]> {
  return drawnIn(withKit(await allEntries()));
}

/**
 * The entries among these whose pictures a build draws. A preview is about one entry, whose file it
 * names: drawing the others would keep its reader waiting.
 */
export function drawnIn<E extends AnyEntry>(all: readonly E[]): readonly E[] {
  const previewed = process.env['SITE_PREVIEW'];
  return previewed === undefined
    ? all
    : all.filter(({ type, slug }) => pathOf(types[type], slug) === previewed);
}

/** The static paths of a route by short id, such as `/chia-se/[id]/`. */
export async function kitPathsById() {
  return (await kitEntries()).map((entry) => ({
    params: { id: shortId(entry.type, entry.slug) },
    props: { entry },
  }));
}

const madeScripts = new WeakMap<KitEntry, () => Promise<Script[]>>();

/**
 * The scripts of an entry. The kit page, the text files and the archive of a build all ask for
 * them: they are made once, and again when the load room hands out another entry.
 */
export function kitScripts(entry: KitEntry): Promise<Script[]> {
  const known = madeScripts.get(entry);
  if (known) return known();
  const scripts = madeOnce(() => makeScripts(entry));
  madeScripts.set(entry, scripts);
  return scripts();
}

/** The code that spells, as a part of a name. */
let speller: string | undefined;

async function makeScripts(entry: KitEntry): Promise<Script[]> {
  const unit = followOne(await entries('unit'), entry.data.unit).data.title;
  const about = await settings();
  // An entry's data and body are in its file: its name is less to write down than they are.
  const rest = { ...entry, data: undefined };
  const said = JSON.stringify([await nameOfFile(entry), rest, about, unit]);
  speller ??= cacheKey(...codeReached('src/channels/loudspeaker/script.ts'));
  // Spelling takes more time than reading what was spelt in the build before.
  const scripts = await cached(`${cacheKey(speller, said)}.json`, async () => {
    const body = await bodyText(entry);
    return Buffer.from(JSON.stringify(loudspeakerScripts(entry, about, { unit, body })));
  });
  return JSON.parse(scripts.toString()) as Script[];
}

/** `site` is the site's own address, as Astro gives it. */
export async function kitContext(site: URL): Promise<PosterContext> {
  return {
    axes: await entries('axis'),
    units: await entries('unit'),
    settings: await settings(),
    site: { url: site.href },
  };
}
