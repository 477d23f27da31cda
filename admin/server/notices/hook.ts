/** The web hook: one notice as JSON, signed, to the one address that the administrator has set. */
import { createHmac } from 'node:crypto';
import { NotTaken } from './outbox.ts';
import type { HookSettings } from './settings.ts';

export const signatureHeader = 'X-Nghi-Quyet-Signature-256';

const patience = 10_000;

/** Posts a body. Throws `NotTaken` for any answer but 2xx; a redirect is such an answer. */
export async function postHook({ url, secret }: HookSettings, body: string): Promise<void> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [signatureHeader]: `sha256=${signature}` },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  if (!response.ok) throw new NotTaken(`web hook trả lời ${response.status}`);
}
