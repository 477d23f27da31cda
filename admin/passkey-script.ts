/** What the server's own pages and the CMS share to ask a browser for a passkey. */

/** Address of the module, which the server serves (`admin/server/pages/passkeys.js`). */
export const passkeyScript = '/admin/passkeys.js';

/** What the module gives to the CMS. */
export interface PasskeyModule {
  /**
   * The browser's answer to a challenge of `/api/login`, to be sent there. Throws an error whose
   * message says in Vietnamese what to do.
   */
  askPasskey: (challenge: object) => Promise<object>;
}
