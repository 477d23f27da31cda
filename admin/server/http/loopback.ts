/** Names by which only this machine reaches itself, as they stand in addresses. */
export const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** True for a host name that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return loopbackNames.includes(host) || host === '::1';
}
