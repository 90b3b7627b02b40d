import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebhookPost } from '../../src/webhooks/node-post.ts';
import { isPublicAddress } from '../../src/webhooks/node-public-address.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serverThat(answers: RequestListener) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answers(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked: () => asked };
}

const local = (more: object = {}) => createWebhookPost({ isLocalAllowed: true, ...more });
const send = (url: string, post = local()) =>
  post({ url, headers: { 'webhook-id': 'msg_1' }, body: '{"é":1}' });

describe('what a webhook is posted with', () => {
  it('brings the body to the byte and takes any 2xx as taken', async () => {
    const bodies: string[] = [];
    const { url } = await serverThat((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      request.on('end', () => response.writeHead(204).end());
    });
    expect(await send(url)).toBeUndefined();
    expect(bodies.join('')).toBe('{"é":1}');
  });

  it.each([
    [302, { Location: '/elsewhere' }],
    [500, {}],
    [410, {}],
  ])('says of status %s that it was not taken, and follows no redirect', async (status, headers) => {
    const { url, asked } = await serverThat((_, response) => response.writeHead(status, headers).end());
    expect(await send(url)).toBe(`status-${status}`);
    expect(asked()).toBe(1);
  });

  it('waits for no answer longer than it may, and reads no more of one than its status', async () => {
    const silent = await serverThat(() => {});
    expect(await send(silent.url, local({ limitMs: 100 }))).toBe('timed-out');
    let isClosed: Promise<void> | undefined;
    const endless = await serverThat((_, response) => {
      isClosed = new Promise((resolve) => response.on('close', resolve));
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more).on('error', () => {});
      more();
    });
    expect(await send(endless.url, local({ limitMs: 60_000 }))).toBeUndefined();
    await isClosed;
  });

  it('says what is wrong with a connection in a word without the address', async () => {
    const gone = await serverThat(() => {});
    for (const close of closing.splice(0)) await close();
    expect(await send(gone.url)).toBe('connection-refused');
    const nowhere = local({
      resolve: (_: string, done: (error: Error) => void) =>
        done(Object.assign(new Error(), { code: 'ENOTFOUND' })),
    });
    expect(await send('https://hooks.example/', nowhere)).toBe('name-not-found');
  });
});

describe('what a webhook cannot reach', () => {
  const refused = [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'not an address',
  ];
  it.each(refused)('%s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.0.1.1', '2606:4700::1111', '2a00:1450::1'])(
    'but %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  const strict = (addresses: string[], asked: string[] = []) =>
    createWebhookPost({
      isLocalAllowed: false,
      limitMs: 2_000,
      resolve(name, done) {
        asked.push(name);
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      },
    });

  it('T11: a name that leads to a private address, to it alone or among others', async () => {
    const { url, asked } = await serverThat((_, response) => response.end());
    const { port } = new URL(url);
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1']]) {
      expect(await send(`https://hooks.example:${port}/`, strict(addresses))).toBe('address-not-public');
    }
    expect(asked()).toBe(0);
  });

  it('T11: a private address that is written there itself, in any spelling', async () => {
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:7f00:1]', '169.254.169.254']) {
      expect(await send(`https://${host}/`, strict(['8.8.8.8'])), host).toBe('address-not-public');
    }
  });

  it('anything without encryption', async () => {
    const asked: string[] = [];
    expect(await send('http://hooks.example/', strict(['8.8.8.8'], asked))).toBe('not-https');
    expect(asked).toEqual([]);
  });
});
