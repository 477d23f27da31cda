/** What was open, kept when a page with a PKCE login is loaded again: Decap cuts it off with the login's code. */

/** Text in the modules of `decap-cms-lib-auth` → ours. */
export const keptAddress: readonly (readonly [from: RegExp, to: string])[] = [
  [
    /(window\.history\.replaceState\(null, '', document\.location\.pathname)\)/g,
    '$1 + document.location.hash)',
  ],
];

/** The module's text with the address kept. */
export function withAddress(code: string): string {
  return keptAddress.reduce((text, [from, to]) => text.replace(from, to), code);
}
