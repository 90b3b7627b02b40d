/** Two server processes on one database, behind one address: what a load balancer would make of them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { toBase64Url } from '../../src/crypto/base64url.ts';
import { createRandom } from '../../src/crypto/random.ts';
import { createSecrets } from '../../src/crypto/secrets.ts';
import { defaultSettings } from '../../src/domain/business.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { arrive, Browser, ChildApp, customer, putApp, site } from '../support/child-app.ts';
import { databases, type EmptyDatabase } from '../support/databases.ts';
import { codeInMail } from '../support/dev-mailbox.ts';
import { freePort } from '../support/free-port.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** One master key for both. */
const masterKey = crypto.getRandomValues(new Uint8Array(32));
const secret = toBase64Url(masterKey);
const shared = databases.filter(({ name }) => !name.includes('WebAssembly'));

describe.each(shared)('two servers ($name)', ({ create }) => {
  let database: EmptyDatabase;
  let servers: ChildProcess[];
  let target: Target;
  let appSecret: string;

  beforeAll(async () => {
    database = await create();
    await migrate(database.db);
    const storage = createStorage(database.db);
    const settings = { ...defaultSettings, name: 'Two', origins: [site] };
    const business = await storage.businesses.put({ id: 'many', slug: 'many', settings });
    const secrets = await createSecrets(masterKey);
    appSecret = await putApp({ storage, random: createRandom(), secrets }, business, 'courses');
    const ports = [await freePort(), await freePort()] as const;
    const publicUrl = `http://localhost:${ports[0]}`;
    servers = ports.map((port) => start(database, port, publicUrl));
    await Promise.all(servers.map(listening));
    let turn = 0;
    target = {
      backend: `${publicUrl}/many`,
      singleAccountBackend: `${publicUrl}/many`,
      // Every second request reaches the other process; both know one public address.
      fetch: (request) =>
        fetch(
          new Request(request.url.replace(publicUrl, `http://localhost:${ports[(turn += 1) % 2]}`), request),
        ),
      codeFor: (email, tag) => codeInMail(publicUrl, email, tag),
    };
  });
  afterAll(async () => {
    for (const server of servers) {
      const exit = once(server, 'exit');
      server.kill('SIGTERM');
      await exit;
    }
    await database.drop();
  });

  it('T12: 20 refreshes with one key, spread over both → all succeed with one successor, generation 1', async () => {
    const visitor = await Visitor.arrive(target);
    const { refresh_token } = await visitor.signUp('tabs@example.com', 'correct horse battery');
    await visitor.learnNonce();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        visitor.once('refreshSession', { grant_type: 'refresh_token', refresh_token }, {}),
      ),
    );
    const grants = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(grants).toHaveLength(20);
    expect(new Set(grants.map((grant) => grant.refresh_token)).size).toBe(1);
    expect(new Set(grants.map(({ session }) => session.generation))).toEqual(new Set([1]));
    await visitor.succeed('readMe', undefined, { accessToken: grants[19]!.access_token });
  });

  it('T5: 50 right codes, spread over both → one session', async () => {
    const visitor = await Visitor.arrive(target);
    const email = 'codes@example.com';
    const { access_token: accessToken } = await visitor.signUp(email, 'correct horse battery');
    const { flow, tag } = await visitor.succeed('requestSignInCode', { email });
    const code = await target.codeFor(email, tag);
    await Promise.all(Array.from({ length: 50 }, () => visitor.once('verifySignInCode', { flow, code }, {})));
    const { sessions } = await visitor.succeed('listSessions', undefined, { accessToken });
    expect(sessions.filter(({ method }) => method === 'code')).toHaveLength(1);
  });

  it('T26: a hand-off goes on at whichever process is asked next; of 20 redemptions over both one sets a cookie', async () => {
    const send = (request: Request) => target.fetch(request);
    const { account, launch } = await customer(target);
    const app = await ChildApp.discover(target.backend, 'courses', appSecret, send);
    // Both are asked for their keys before the other has any: they must have the same all the same.
    const keys = await Promise.all(
      [0, 1].map(async () => (await send(new Request(`${target.backend}/oidc/jwks`))).text()),
    );
    expect(keys[0]).toBe(keys[1]);
    const tokens = await arrive(app, new Browser(send), await launch('courses'));
    expect((await app.userInfo(tokens.access_token, account.id)).sub).toBe(account.id);

    const launched = await launch('courses');
    const answers = await Promise.all(Array.from({ length: 20 }, () => new Browser(send).launch(launched)));
    expect(answers.filter(({ headers }) => headers.has('Set-Cookie'))).toHaveLength(1);
  });
});

function start({ address }: EmptyDatabase, port: number, publicUrl: string): ChildProcess {
  if (!address) throw new Error('a database of one process cannot be shared');
  const { PATH } = process.env;
  return spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH,
      NODE_ENV: 'development',
      PORTAL_PORT: String(port),
      PORTAL_PUBLIC_URL: publicUrl,
      PORTAL_SECRET: secret,
      ...(address.kind === 'sqlite' ? { PORTAL_DATABASE_FILE: address.path } : { DATABASE_URL: address.url }),
    },
  });
}

/** It goes on reading: a full pipe would stop the process. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (text) => {
      if (String(text).includes('listening')) resolve();
    });
    server.once('exit', () => reject(new Error('the server ended before it listened')));
  });
}
