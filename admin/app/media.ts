/** Where pictures lie in the repository and on the site. */

export const mediaFolder = 'content/media';
export const publicFolder = '/media';

/** Largest picture that can be chosen, in bytes, before the browser makes it smaller. */
export const maxPicture = 12_000_000;

/** The public path of a picture at that path in the repository. */
export function onSite(path: string): string {
  return path.startsWith(`${mediaFolder}/`) ? publicFolder + path.slice(mediaFolder.length) : path;
}

/**
 * The path in the repository of a picture's public path. Decap takes a path that starts with a
 * slash for an address of the live site, where a draft's pictures are not yet.
 */
export function inRepository(path: string): string {
  return path.startsWith(`${publicFolder}/`) ? mediaFolder + path.slice(publicFolder.length) : path;
}
