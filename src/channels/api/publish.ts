/** Photos of the media folder as the site publishes them: made for the web. */
import { mediaPhoto } from '#src/load/media.ts';
import { copiesOf } from '#src/load/photo-copies.ts';
import { absolute } from '#src/model/web-values.ts';
import type { Published } from './pictures.ts';

/** The picture at an address of the media folder, made for the web; `site` is the site's address. */
export async function publish(src: string, site: { url: string }): Promise<Published> {
  const { address, width, height } = copiesOf(await mediaPhoto(src)).single;
  return { url: absolute(site, address), width, height };
}
