/**
 * Several tabs of one browser, and a backend that counts. Both can be slow at random: what tabs do to each
 * other must not hang on who is faster.
 */
import type { PortalClient } from '../../src/api/portal-client.ts';
import { failure } from '../../src/api/result.ts';
import type { SessionGrant } from '../../src/contract/operations.ts';
import { RecordStorage } from '../../src/session/record-storage.ts';
import type { SessionRecord } from '../../src/session/session-record.ts';
import { SessionStore } from '../../src/session/session-store.ts';
import { patience } from './patience.ts';

interface ServerSession {
  id: string;
  account: string;
  generation: number;
  isAlive: boolean;
}

type Body = Record<string, string>;
interface Options {
  token?: string;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

const ok = (value: unknown) => ({ ok: true, value });

export const accountOf = (id: string) => ({ id, name: `Name of ${id}`, email: 'ada@example.com' });

/** The rules of the reference server, as far as sessions go (its refresh-session.ts). */
export class CountingBackend {
  readonly url = `https://tabs.example/${crypto.randomUUID()}`;
  rotations = 0;
  /** Sessions that were ended because a token came that is too old: to the server that is theft. */
  thefts = 0;
  requests: string[] = [];
  /** Seconds. */
  tokenLife = 300;
  isOffline = false;
  /** The next access token is not taken. */
  refuseOnce = false;
  /** Awaited before a request arrives, and before its answer does. */
  delay: () => Promise<void> | undefined = () => undefined;
  names: Record<string, string> = {};
  #sessions = new Map<string, ServerSession>();

  get alive(): string[] {
    return [...this.#sessions.values()].filter(({ isAlive }) => isAlive).map(({ id }) => id);
  }

  count(name: string): number {
    return this.requests.filter((request) => request === name).length;
  }

  endAll(): void {
    for (const session of this.#sessions.values()) session.isAlive = false;
  }

  client(): PortalClient {
    return {
      backend: this.url,
      unusable: undefined,
      call: async (name: string, body: Body | undefined, options: Options) => {
        await this.delay();
        if (this.isOffline) return failure('network');
        if (name === 'readPortal') return failure('unavailable');
        this.requests.push(name);
        const answer = this.#answer(name, body ?? {}, options);
        await this.delay();
        return options.signal?.aborted ? failure('aborted') : answer;
      },
    } as unknown as PortalClient;
  }

  #answer(name: string, body: Body, { token, headers }: Options): unknown {
    switch (name) {
      case 'signInWithPassword':
        return ok({ outcome: 'signed-in', grant: this.#open(body['password']!) });
      case 'endSession':
        this.#end(body['refresh_token']!);
        return ok(undefined);
      case 'refreshSession':
        return this.#refresh(body['refresh_token']!);
    }
    const session = this.#of(token!);
    const isRefused = this.refuseOnce;
    this.refuseOnce = false;
    if (!session?.isAlive || isRefused) return failure('token-invalid');
    if (headers?.['Portal-Account'] !== session.account) return failure('account-changed');
    switch (name) {
      case 'switchAccount':
        session.isAlive = false;
        return ok(this.#open(body['account']!));
      case 'readMe':
        return ok({ account: accountOf(session.account), accounts: [] });
      case 'stepUpWithPassword':
        session.isAlive = false;
        return ok(this.#open(session.account));
      case 'deleteAccount':
      case 'revokeAllSessions':
        this.endAll();
        return ok(undefined);
    }
    throw new Error(`No rule for ${name}`);
  }

  #open(account: string): SessionGrant {
    const session = { id: crypto.randomUUID(), account, generation: 0, isAlive: true };
    this.#sessions.set(session.id, session);
    return this.#grant(session);
  }

  #grant({ id, account, generation }: ServerSession): SessionGrant {
    const shown = accountOf(account);
    return {
      access_token: `${id}/${generation}/${account}`,
      token_type: 'DPoP',
      expires_in: this.tokenLife,
      refresh_token: `${id}/${generation}`,
      session: { id, generation, account: { ...shown, name: this.names[account] ?? shown.name } },
    };
  }

  #of(token: string): ServerSession | undefined {
    return this.#sessions.get(token.split('/')[0]!);
  }

  #end(token: string): void {
    const session = this.#of(token);
    if (session) session.isAlive = false;
  }

  #refresh(token: string): unknown {
    const session = this.#of(token);
    if (!session?.isAlive) return failure('session-ended');
    const behind = session.generation - Number(token.split('/')[1]);
    if (behind > 1) {
      this.thefts++;
      session.isAlive = false;
      return failure('session-ended');
    }
    if (behind === 0) {
      session.generation++;
      this.rotations++;
    }
    return ok(this.#grant(session));
  }
}

/** Storage as all tabs of one browser see it: a change at a time, those of one tab in the order of its calls. */
export class SharedDisk {
  record: SessionRecord | undefined;
  delay: () => Promise<void> | undefined = () => undefined;
  #last: Promise<unknown> = Promise.resolve();

  storage(): RecordStorage {
    return {
      persistent: true,
      // No page is left before its write here.
      bury: () => {},
      isBuried: () => false,
      update: (change: (current: SessionRecord | undefined) => SessionRecord | undefined) => {
        const turn = this.#last.then(async () => {
          await this.delay();
          return (this.record = change(this.record));
        });
        this.#last = turn;
        return turn;
      },
    } as unknown as RecordStorage;
  }
}

/** On real storage, unless another is given. */
export const openTab = (
  backend: CountingBackend,
  storage: RecordStorage = new RecordStorage(backend.url, patience),
): SessionStore => new SessionStore(backend.client(), storage);

/** What a page hears when it is kept for going back, and when somebody comes back to it. */
export const transition = (type: 'pagehide' | 'pageshow', persisted = true): void =>
  void dispatchEvent(Object.assign(new Event(type), { persisted }));

/** Tabs stay open as long as the page of the tests does: their channels need not. */
afterEach(() => transition('pagehide', false));
