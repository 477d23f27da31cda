/** Pictures of the media folder as the site publishes them: made for the web, by Astro. */
import { getImage } from 'astro:assets';
import { mediaImage } from '#src/load/media.ts';
import { absolute } from '#src/model/web-values.ts';
import type { Published } from './pictures.ts';

/** Pixels: the reading column at twice its width, the largest size on the site's own pages. */
const widest = 1408;

/** The picture at an address of the media folder, made for the web; `site` is the site's address. */
export async function publish(src: string, site: { url: string }): Promise<Published> {
  const { image, width } = await mediaImage(src);
  const made = await getImage({ src: image, width: Math.min(width, widest), format: 'webp' });
  return {
    url: absolute(site, made.src),
    width: Number(made.attributes['width']),
    height: Number(made.attributes['height']),
  };
}
