/** The backend with every part real but the slow hash and the clock: for tests that need no socket. */
import type { Kysely } from 'kysely';
import { type ApiScope, apiScopes } from '../../../src/contract/api-scopes.ts';
import { type App, type AppDependencies, createApp } from '../../src/app.ts';
import { createRandom } from '../../src/crypto/random.ts';
import { createSecrets } from '../../src/crypto/secrets.ts';
import { makeApiKey } from '../../src/domain/api-key.ts';
import { type Business, type BusinessSettings, defaultSettings } from '../../src/domain/business.ts';
import type { AppRecord, Storage } from '../../src/domain/ports.ts';
import type { Mail } from '../../src/domain/mail.ts';
import type { LogEntry } from '../../src/log.ts';
import { createSingleSignOn } from '../../src/oidc/single-sign-on.ts';
import { phones } from '../../src/phones.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';
import { migrate } from '../../src/storage/migrate.ts';
import type { Database } from '../../src/storage/schema.ts';
import { createStorage } from '../../src/storage/storage.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { anApp } from './records.ts';

export const publicUrl = 'https://portal.test';
const startOfTime = Date.UTC(2026, 10, 22, 9, 0, 0);

export interface TestPortal {
  deps: AppDependencies;
  fetch: App;
  advance(milliseconds: number): void;
  putBusiness(slug: string, settings?: Partial<BusinessSettings>): Promise<Business>;
  /** Every mail that was ever queued for this address, oldest first, as the domain wrote it. */
  mailsTo(email: string): Promise<Mail[]>;
  /** The code in the newest mail to this address; of request `tag`, where one is named. */
  codeFor(email: string, tag?: string): Promise<string>;
  linkFor(email: string): Promise<string>;
  /** With every scope, unless some are named. */
  apiKeyFor(business: Business, scopes?: readonly ApiScope[]): Promise<string>;
  /** Everything that the limits remember, as a thief of the database would find it. */
  limitRows(): Promise<unknown[]>;
  /** How often the slow hash was computed, and how often an imported one was checked: `test$` and the password. */
  hashes: { count: number; imported: number };
  log: LogEntry[];
  /** Tells the apps of log-outs, as the server does every second. */
  tellApps(): Promise<void>;
  close(): Promise<void>;
}

/** `masterKey`: the same for two servers on one database. `fetchApps`: how apps are told of log-outs. */
export async function startTestPortal(
  db: Kysely<Database> = nodeSqlite(':memory:'),
  masterKey = crypto.getRandomValues(new Uint8Array(32)),
  fetchApps?: typeof fetch,
): Promise<TestPortal> {
  await migrate(db);
  const storage = createStorage(db);
  const secrets = await createSecrets(masterKey);
  const hashes = { count: 0, imported: 0 };
  const log: LogEntry[] = [];
  let now = startOfTime;
  const clock = { now: () => now };
  const random = createRandom();
  const singleSignOn = createSingleSignOn({
    storage,
    secrets,
    clock,
    random,
    publicUrl,
    log: (entry) => void log.push(entry),
    ...(fetchApps && { fetch: fetchApps }),
  });
  const deps: AppDependencies = {
    publicUrl,
    devMailbox: false,
    clock,
    singleSignOn,
    random,
    secrets,
    storage,
    phones,
    blocklist: { has: (password) => password.toLowerCase() === 'password' },
    hasher: {
      async derive(password, salt) {
        hashes.count += 1;
        return secrets.mac('test-hasher', salt, password.normalize('NFC'));
      },
    },
    importedHasher: {
      read: (hash) =>
        hash.startsWith('test$') ? { kind: 'test$nothing' } : { fault: 'not a hash of the tests' },
      async verify(hash, typed) {
        hashes.imported += 1;
        return hash === `test$${typed}`;
      },
    },
    notifyOutbox() {},
    alert: (alert) => log.push({ level: 'warn', ...alert }),
    log: (entry) => log.push(entry),
  };
  const mails: Mail[] = [];
  const collect = async () => {
    for (const leased of await storage.outbox.lease(now, 60_000, 1_000)) {
      mails.push(JSON.parse((await secrets.open('outbox', leased.sealedMail)) ?? 'null') as Mail);
      await storage.outbox.markSent(leased.id, now);
    }
  };
  const mailsTo = async (email: string) => {
    await collect();
    return mails.filter(({ to }) => to === email);
  };
  return {
    deps,
    fetch: createApp(deps),
    advance: (milliseconds) => (now += milliseconds),
    putBusiness: (slug, settings = {}) =>
      storage.businesses.put({
        id: deps.random.id(),
        slug,
        settings: { ...defaultSettings, name: 'Test & Sons', ...settings },
      }),
    mailsTo,
    async codeFor(email, tag) {
      const mail = (await mailsTo(email)).findLast(
        ({ data }) => tag === undefined || ('tag' in data && data.tag === tag),
      );
      if (!mail || !('code' in mail.data)) throw new Error(`No mail with a code to ${email}`);
      return mail.data.code;
    },
    async linkFor(email) {
      const mail = (await mailsTo(email)).at(-1);
      if (!mail || !('link' in mail.data) || !mail.data.link)
        throw new Error(`No mail with a link to ${email}`);
      return mail.data.link.url;
    },
    async apiKeyFor({ id }, scopes = apiScopes) {
      const { record, key } = await makeApiKey(deps, id, 'test', scopes);
      await storage.apiKeys.insert(record);
      return key;
    },
    async limitRows() {
      const tables = ['counters', 'strikes', 'known_devices'] as const;
      return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
    },
    hashes,
    log,
    async tellApps() {
      await singleSignOn.logOuts.drain();
    },
    close: () => storage.close(),
  };
}

/** A page of the business whose backend URL is the first of a conformance target. */
export const returnTo = 'https://shop.example/members';
export const withLinks = {
  methods: ['password', 'code', 'link'],
  origins: ['https://shop.example'],
  returnUrls: [returnTo],
} satisfies Partial<BusinessSettings>;

/** One app of each kind, as the conformance suite wants them. */
export async function putApps(
  { apps }: Pick<Storage, 'apps'>,
  businessId: string,
): Promise<NonNullable<Target['apps']>> {
  const put = (id: string, more: Partial<AppRecord>) => apps.put(anApp({ businessId, id, ...more }));
  await put('open', {});
  await put('listed', { access: 'listed' });
  await put('link', { client: null });
  await put('needing', {});
  return { open: 'open', listed: 'listed', link: 'link' };
}

/** What the business with the apps asks, as the conformance suite wants it. */
export const profileFields = [
  { name: 'phone', type: 'phone', label: { en: 'Phone' } },
  { name: 'title', type: 'text', label: { en: 'Title' }, signUp: true },
  { name: 'terms', type: 'checkbox', label: { en: 'Terms' }, required: true, apps: ['needing'] },
] satisfies BusinessSettings['profileFields'];
export const profileOfTarget = { phone: 'phone', text: 'title', needed: 'terms', needing: 'needing' };

/** The suite asks more in a minute than one key may: it gets as many as it takes … */
export const keysForSuite = (makeKey: () => Promise<string>): Promise<string[]> =>
  Promise.all(Array.from({ length: 20 }, makeKey));

/** … and uses each in its turn. */
export function withKeys<T extends Target>(target: T, keys: readonly string[]): T {
  let used = 0;
  return Object.defineProperty({ ...target }, 'apiKey', { get: () => keys[(used += 1) % keys.length] });
}

/** Both kinds of business, as the conformance suite wants them; a mail is there at once. */
export async function conformanceTarget(portal: TestPortal) {
  const many = await portal.putBusiness('many', {
    ...withLinks,
    profileFields,
    allowDuplicateAccounts: true,
  });
  await portal.putBusiness('single', { allowDuplicateAccounts: false });
  return {
    apiKey: await portal.apiKeyFor(many),
    apps: await putApps(portal.deps.storage, many.id),
    profile: profileOfTarget,
    links: { returnTo, linkFor: portal.linkFor },
    backend: `${publicUrl}/many`,
    singleAccountBackend: `${publicUrl}/single`,
    fetch: (request: Request) => portal.fetch(request),
    codeFor: portal.codeFor,
  };
}
