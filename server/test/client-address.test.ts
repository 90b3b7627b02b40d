import { describe, expect, it, vi } from 'vitest';
import type { Target } from '../../test/conformance/target.ts';
import { Visitor } from '../../test/conformance/visitor.ts';
import { clientAddresses, nowhere, parseSubnet } from '../src/client-address.ts';
import { fromAddress, newAddress } from './support/from-address.ts';
import { conformanceTarget, startTestPortal } from './support/test-portal.ts';

const subnets = (...texts: string[]) => texts.map((text) => parseSubnet(text)!);
const direct = clientAddresses([]);
const proxied = clientAddresses(subnets('10.0.0.0/8', '2001:db8:1::/48'));

describe('the address of a client', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
    ['2001:db8::7:1:2:3', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('T7: the peer %s is %s, whatever it says', (peer, client) => {
    expect(direct(peer, '203.0.113.9')).toBe(client);
  });

  it.each([
    ['10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['::ffff:10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['10.0.0.1', '198.51.100.1, 203.0.113.9, 10.2.3.4', '203.0.113.9'],
    ['2001:db8:1::5', '2001:db8:9:9:1::1', '2001:db8:9:9::/64'],
    ['10.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['10.0.0.1', '[2001:db8:9:9::1]:4711', '2001:db8:9:9::/64'],
    ['10.0.0.1', 'junk', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.9, junk', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['192.0.2.1', '203.0.113.9', '192.0.2.1'],
  ])('T7: %s with X-Forwarded-For %j is %s', (peer, header, client) => {
    expect(proxied(peer, header)).toBe(client);
  });

  it('T7: is one for all without a peer, whatever they say', () => {
    for (const addressOf of [direct, proxied]) {
      expect(addressOf(undefined, '203.0.113.9')).toBe(nowhere);
      expect(addressOf('', undefined)).toBe(nowhere);
    }
  });

  it.each([
    ['10.0.0.1', '203.0.113.9', 0],
    ['10.0.0.1', undefined, 0],
    ['192.0.2.1', undefined, 0],
    ['192.0.2.1', '203.0.113.9', 1],
    [undefined, '203.0.113.9', 1],
  ])('from %s an X-Forwarded-For of %j is told as hearsay %i times', (peer, header, times) => {
    const onHearsay = vi.fn();
    clientAddresses(subnets('10.0.0.0/8'), onHearsay)(peer, header);
    expect(onHearsay).toHaveBeenCalledTimes(times);
  });

  it.each([
    '',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '::/0',
    '10.0.0',
    'proxy.example',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
  ])('%j is no net of proxies', (text) => expect(parseSubnet(text)).toBeUndefined());

  it.each([
    ['from strangers counts as one address', direct, 30],
    ['from a trusted proxy counts for each client', clientAddresses(subnets('127.0.0.0/8')), 100],
  ])('T7: 100 failed log-ins with an invented X-Forwarded-For %s', async (_, addressOf, failures) => {
    const portal = await startTestPortal();
    const target: Target = {
      ...(await conformanceTarget(portal)),
      fetch: (request) => {
        const sent = fromAddress(newAddress(), request);
        return portal.fetch(sent, addressOf('127.0.0.1', sent.headers.get('X-Forwarded-For') ?? undefined));
      },
    };
    const codes: string[] = [];
    for (let tries = 0; tries < 100; tries += 1) {
      const visitor = await Visitor.arrive(target);
      const typed = { email: `nobody-${tries}@example.com`, password: 'not the right one' };
      const answer = await visitor.call('signInWithPassword', typed);
      if (!answer.ok) codes.push(answer.problem.code);
    }
    expect(codes.filter((code) => code === 'credentials-invalid')).toHaveLength(failures);
    expect(codes.filter((code) => code === 'rate-limited')).toHaveLength(100 - failures);
    await portal.close();
  });
});
