/** From where a request comes: network addresses as people read and as limits count them. */
import type { FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';

/** The reader's address; behind a proxy only as far as `TRUST_PROXY` says so. */
export function addressOf({ ip }: FastifyRequest): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** What counts as one address: an IPv4 address, or the /64 network that one household is given. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  const groups = [...left, ...gap, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
