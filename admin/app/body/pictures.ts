/** What the parts of the editor need to know of pictures; the control provides it. */
import { createContext } from 'react';

export interface Pictures {
  /** Opens the media library; resolves with the public path of the picture that was chosen. */
  choose: () => Promise<string>;
  /** Keeps a file with the draft; its public path, or `undefined` where it was refused (and said so). */
  add: (file: File) => Promise<string | undefined>;
  /** Where the browser finds the picture with that public path, also one not yet saved. */
  addressOf: (path: string) => string;
}

export const PictureContext = createContext<Pictures>({
  choose: () => Promise.reject(new Error('No media library is open here.')),
  add: () => Promise.resolve(undefined),
  addressOf: (path) => path,
});
