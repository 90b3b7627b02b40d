/**
 * Who is at the other end of a connection, as far as limits care. Anybody can write an X-Forwarded-For header, so
 * it counts only as far as the proxies that the operator named have written it (SECURITY T7).
 */
import { BlockList, isIP, SocketAddress } from 'node:net';

export interface Subnet {
  address: string;
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

/** `192.0.2.0/24`, `2001:db8::/32` or one address; undefined for anything else, and for a net of everybody. */
export function parseSubnet(text: string): Subnet | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = Number(length ?? bits);
  return prefix >= 1 && prefix <= bits
    ? { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' }
    : undefined;
}

export type ClientAddress = (peer: string | undefined, forwardedFor: string | undefined) => string;

/** Where the connection comes from is not known: all those are one client, or no limit would apply to them. */
export const nowhere = 'unknown';

/**
 * The address of the client, an IPv6 one by its /64: that is what one customer of a provider has. `onHearsay` is told
 * whenever an X-Forwarded-For header counts for nothing because its sender is not trusted.
 */
export function clientAddresses(trusted: readonly Subnet[], onHearsay = () => {}): ClientAddress {
  const proxies = new BlockList();
  for (const { address, prefix, family } of trusted) proxies.addSubnet(address, prefix, family);
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

  return (peer, forwardedFor) => {
    let client = plain(peer ?? '');
    if (forwardedFor !== undefined && !(client !== undefined && isProxy(client))) onHearsay();
    if (client === undefined) return nowhere;
    // From the right: each proxy appends whom it talked to, and what is left of the first stranger is hearsay.
    const hops = (forwardedFor ?? '').split(',').reverse();
    for (const hop of hops) {
      if (!isProxy(client)) break;
      const next = plain(hop.trim());
      if (next === undefined) break;
      client = next;
    }
    return isIP(client) === 4 ? client : networkOf(client);
  };
}

/** Without port, brackets and zone; an IPv4 address that came in IPv6 as what it is. Undefined: not an address. */
function plain(text: string): string | undefined {
  const [, bracketed, withPort] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const address = (bracketed ?? withPort ?? text).replace(/%.*$/, '');
  const version = isIP(address);
  if (version === 0) return undefined;
  if (version === 4) return address;
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(canonical)?.[1] ?? canonical;
}

function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = address.includes('::') ? [...left, ...zeros, ...right] : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
