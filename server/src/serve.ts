/** The server as one process: wiring, listening, and an orderly end. */
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { clientAddresses } from './client-address.ts';
import type { Config } from './config.ts';
import { createArgon2Hasher, createPasswordGate } from './crypto/argon2.ts';
import { createBlocklist } from './crypto/blocklist.ts';
import { createImportedHasher } from './crypto/node-imported-hasher.ts';
import { createRandom } from './crypto/random.ts';
import { createSecrets } from './crypto/secrets.ts';
import type { Log } from './log.ts';
import { createMailboxTransport } from './mail/mailbox-transport.ts';
import { createSmtpTransport } from './mail/smtp.ts';
import { createMailWorker } from './mail/worker.ts';
import { createSingleSignOn } from './oidc/single-sign-on.ts';
import { findMasterKey, openStorage } from './open-storage.ts';
import { phones } from './phones.ts';
import { startPurge } from './purge.ts';
import { isOnThisMachine } from './domain/web-url.ts';
import { createWebhookPost } from './webhooks/node-post.ts';
import { createWebhookWorker } from './webhooks/worker.ts';
import { readWidgetFiles } from './widget-files.ts';

export interface RunningServer {
  port: number;
  /** Accepts nothing new, finishes what is in flight, and closes the database. */
  stop(): Promise<void>;
}

/** How long requests in flight may take to finish after a stop. */
const SHUTDOWN_MS = 10_000;

/** SECURITY section 4: a client that sends slowly must not hold a connection for long. */
const socketLimits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16_384,
  /** How often Node looks for overdue connections; its default of 30 s would triple the limits above. */
  connectionsCheckingInterval: 1_000,
};

export async function serve(config: Config, log: Log): Promise<RunningServer> {
  const clock = { now: () => Date.now() };
  const secrets = await createSecrets(await findMasterKey(config));
  const storage = await openStorage(config, log);
  const smtp = config.mail.kind === 'smtp' ? createSmtpTransport(config.mail) : undefined;
  const transport = smtp ?? createMailboxTransport(storage.mailbox, clock);
  const worker = createMailWorker({ storage, secrets, transport, clock, log });
  const post = createWebhookPost({ isLocalAllowed: isOnThisMachine(config) });
  const webhooks = createWebhookWorker({ storage, secrets, clock, post, log });
  const gate = createPasswordGate();
  const random = createRandom();
  const { publicUrl } = config;
  const singleSignOn = createSingleSignOn({ storage, secrets, clock, random, publicUrl, log });
  const widget = readWidgetFiles(config.elementsDir);
  if (!widget) {
    log({
      level: 'warn',
      event: 'no-elements',
      setting: 'PORTAL_ELEMENTS_DIR',
      hint: `There is no portal.js in ${config.elementsDir}: who opens a child app directly cannot log in here. Run "npm run build", or name the folder.`,
    });
  }
  const app = createApp({
    clock,
    random,
    secrets,
    hasher: createArgon2Hasher(gate),
    importedHasher: createImportedHasher(gate),
    blocklist: createBlocklist(),
    phones,
    storage,
    notifyOutbox() {
      worker.wake();
      webhooks.wake();
    },
    alert: (alert) => log({ level: 'warn', ...alert }),
    publicUrl,
    singleSignOn,
    ...(widget && { widget }),
    devMailbox: config.mail.kind === 'mailbox',
    log: (entry) => {
      // The development mailbox asks for itself all the time: its lines would bury the others.
      if (entry['route'] !== '/dev/mail.json') log(entry);
    },
  });

  const clientAddress = clientAddresses(config.trustedProxies, tellHearsay(log));
  const addressOf = ({ socket }: { socket: { remoteAddress?: string | undefined } }, { headers }: Request) =>
    clientAddress(socket.remoteAddress, headers.get('X-Forwarded-For') ?? undefined);

  // Options of node:http make a node:http server; the adapter's type also covers HTTP/2.
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => app(request, addressOf(incoming, request)),
    serverOptions: socketLimits,
  }) as Server;
  try {
    await listen(server, config);
  } catch (error) {
    await storage.close();
    throw error;
  }
  worker.start();
  webhooks.start();
  singleSignOn.logOuts.start();
  const purge = startPurge(storage, log);

  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      purge.stop();
      await closeServer(server);
      await worker.stop();
      await webhooks.stop();
      await singleSignOn.logOuts.stop();
      await purge.done();
      smtp?.close();
      await storage.close();
    },
  };
}

/**
 * Behind a proxy that is not listed all visitors are one address, and thirty wrong passwords keep everybody out. Once:
 * anybody can send the header. And without the sender, who may be a visitor.
 */
function tellHearsay(log: Log): () => void {
  let isTold = false;
  return () => {
    if (isTold) return;
    isTold = true;
    log({
      level: 'warn',
      event: 'untrusted-proxy',
      setting: 'PORTAL_TRUSTED_PROXIES',
      hint: 'X-Forwarded-For came from an address that the setting does not list. Behind a proxy of yours, list it: until then all visitors count as one.',
    });
  };
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection is idle only after its request in flight has ended, so once is not enough.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const limit = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
