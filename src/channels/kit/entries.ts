/** Every entry that has a share kit, and what its channels need beside it. */
import type { PosterContext } from '../poster/input.ts';
import { articles, axes, infographics, settings, units } from '#src/load/index.ts';
import { pathOf } from '#src/schema/entry-file.ts';
import { types } from '#src/schema/index.ts';
import { shortId } from '#src/model/short-id.ts';
import type { KitEntry } from '#src/model/share-kit.ts';

/**
 * The entries whose kits are built. A preview is about one entry, whose file it names: drawing the
 * other kits would keep its reader waiting.
 */
export async function kitEntries(): Promise<KitEntry[]> {
  const all = [...(await articles()), ...(await infographics())];
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

/** `site` is the site's own address, as Astro gives it. */
export async function kitContext(site: URL): Promise<PosterContext> {
  return {
    axes: await axes(),
    units: await units(),
    settings: await settings(),
    site: { url: site.href },
  };
}
