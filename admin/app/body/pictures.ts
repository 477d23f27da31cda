/** What the parts of the editor need to know of pictures; the control provides it. */
import { createContext } from 'react';

export interface Pictures {
  /** Opens the media library; resolves with the public path of the picture that was chosen. */
  choose: () => Promise<string>;
  /** Where the browser finds the picture with that public path, also one not yet saved. */
  addressOf: (path: string) => string;
}

export const PictureContext = createContext<Pictures>({
  choose: () => Promise.reject(new Error('No media library is open here.')),
  addressOf: (path) => path,
});
