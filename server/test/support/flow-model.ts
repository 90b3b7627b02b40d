/**
 * Who may get a session, in plain code beside the server's: two keys, three mailboxes (with no, one and two
 * accounts), and the flows, tickets and sessions that came of the operations so far. The server is asked in any
 * order and with anything swapped; every answer is held against what the model allows.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import type { Outcome, RequestOf, SessionGrant } from '../../../src/contract/operations.ts';
import type { Answer, Overrides, Visitor } from '../../../test/conformance/visitor.ts';
import type { Mail } from '../../src/domain/mail.ts';
import { newCredential } from '../../src/domain/password.ts';
import { anAccount, unique } from './records.ts';
import type { TestPortal } from './test-portal.ts';

const minute = 60_000;
const passwords = ['the password of old', 'the password of now', 'nobody has this one'] as const;
const wrongCode = 'wrong';
const attempts = 5;
const sends = 5;
const accountsPerEmail = 5;
/** What slows a visitor down may come at any time; it opens nothing. */
const brakes = ['challenge-required', 'rate-limited', 'password-paused', 'unavailable'];

export interface Stage {
  portal: TestPortal;
  visitor(key: Key, backend: Backend): Visitor;
  lastMail: Mail | undefined;
  /** How many sessions were opened in all runs. */
  opened: number;
}
type Key = 0 | 1;
type Backend = 'single' | 'many';
type Verify = 'verifySignUp' | 'verifySignInCode' | 'verifyStepUpCode';

interface Account {
  /** Unknown until somebody has signed in to it. */
  id?: string;
  name: string;
  password: string;
}
interface Mailbox {
  backend: Backend;
  email: string;
  accounts: Account[];
}
interface Flow {
  id: string;
  key: Key;
  mailbox: Mailbox;
  verify: Verify;
  /** The account that a sign-up would make. */
  pending: Account | undefined;
  /** The account that a step-up is for: only its sessions may answer. */
  owner: Account | undefined;
  /** The newest that was mailed, undefined where the mail held none. */
  code: string | undefined;
  tried: number;
  sent: number;
  isOver: boolean;
}
/** Accounts that a key has proved to be its own, and may choose from. */
interface Ticket {
  ticket: string;
  handles: string[];
  key: Key;
  mailbox: Mailbox;
  proved: Account[];
  isTaken: boolean;
}
interface Session {
  key: Key;
  mailbox: Mailbox;
  account: Account;
  /** May be switched to without another proof, so the session may tell of them. */
  proved: Account[];
  grant: SessionGrant;
  grantedAt: number;
  isOver: boolean;
}

const key = fc.constantFrom<Key>(0, 1);
const box = fc.nat({ max: 2 });
const any = fc.nat({ max: 11 });
const is = <T extends string>(name: T) => fc.constant(name);

export const operation = fc.oneof(
  fc.record({ do: is('start a sign-up'), key, box, password: fc.constantFrom(...passwords) }),
  fc.record({ do: is('ask for a code'), key, box }),
  { weight: 3, arbitrary: fc.record({ do: is('enter the right code'), flow: any }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: is('enter any code'),
      key,
      flow: any,
      codeOf: fc.option(any),
      verify: fc.constantFrom('verifySignUp' as const, 'verifySignInCode' as const),
    }),
  },
  fc.record({ do: is('switch'), key, session: any, box, to: any }),
  fc.record({ do: is('step up'), key, session: any, password: fc.constantFrom(...passwords) }),
  fc.record({ do: is('ask to step up'), key, session: any }),
  fc.record({ do: is('step up by code'), key, session: any, flow: any, codeOf: fc.option(any) }),
  fc.record({ do: is('resend'), key, flow: any }),
  fc.record({ do: is('choose'), key, ticket: any, handleOf: any, which: any }),
  fc.record({ do: is('log in'), key, box, password: fc.constantFrom(...passwords) }),
  fc.record({ do: is('refresh'), key, session: any }),
  fc.record({ do: is('use'), key, session: any }),
  fc.record({ do: is('end'), key, session: any }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(all: T[], index: number): T | undefined => all[index % Math.max(1, all.length)];

export class ModelRun {
  readonly #stage: Stage;
  readonly #boxes: Mailbox[];
  readonly #flows: Flow[] = [];
  readonly #tickets: Ticket[] = [];
  readonly #sessions: Session[] = [];

  private constructor(stage: Stage, boxes: Mailbox[]) {
    this.#stage = stage;
    this.#boxes = boxes;
  }

  /** Three mailboxes that no other run has used, two flows and a session. */
  static async prepare(stage: Stage): Promise<ModelRun> {
    const boxes: Mailbox[] = [];
    for (const [backend, count] of [
      ['single', 0],
      ['single', 1],
      ['many', 2],
    ] as const) {
      const mailbox: Mailbox = { backend, email: `${unique('box')}@example.com`, accounts: [] };
      for (let i = 0; i < count; i += 1) {
        const account = { name: unique('Owner'), password: passwords[0] };
        mailbox.accounts.push({ ...account, id: await store(stage.portal, mailbox, account) });
      }
      boxes.push(mailbox);
    }
    const run = new ModelRun(stage, boxes);
    await run.perform({ do: 'start a sign-up', key: 0, box: 0, password: passwords[1] });
    await run.perform({ do: 'ask for a code', key: 1, box: 1 });
    await run.perform({ do: 'log in', key: 0, box: 1, password: passwords[0] });
    return run;
  }

  async perform(asked: Operation): Promise<void> {
    switch (asked.do) {
      case 'start a sign-up':
        return this.#startSignUp(asked.key, pick(this.#boxes, asked.box)!, asked.password);
      case 'ask for a code':
        return this.#askForCode(asked.key, pick(this.#boxes, asked.box)!);
      case 'log in':
        return this.#logIn(asked.key, pick(this.#boxes, asked.box)!, asked.password);
      case 'choose':
        return this.#choose(asked.key, pick(this.#tickets, asked.ticket), asked);
      case 'enter the right code': {
        const flow = pick(this.#flows, asked.flow);
        if (!flow || flow.verify === 'verifyStepUpCode') return;
        return this.#enter(flow.key, flow, flow.verify, flow.code ?? wrongCode);
      }
      case 'switch': {
        const to = pick(pick(this.#boxes, asked.box)!.accounts, asked.to);
        return this.#switch(asked.key, pick(this.#sessions, asked.session), to);
      }
      case 'step up':
        return this.#stepUp(asked.key, pick(this.#sessions, asked.session), asked.password);
      case 'ask to step up':
        return this.#askToStepUp(asked.key, pick(this.#sessions, asked.session));
      case 'step up by code': {
        const flow = pick(this.#flows, asked.flow);
        const code = asked.codeOf === null ? flow?.code : pick(this.#flows, asked.codeOf)?.code;
        return this.#stepUpByCode(asked.key, pick(this.#sessions, asked.session), flow, code ?? wrongCode);
      }
      case 'enter any code': {
        const code = asked.codeOf === null ? undefined : pick(this.#flows, asked.codeOf)?.code;
        return this.#enter(asked.key, pick(this.#flows, asked.flow), asked.verify, code ?? wrongCode);
      }
      case 'resend':
        return this.#resend(asked.key, pick(this.#flows, asked.flow));
      case 'refresh':
        return this.#refresh(asked.key, pick(this.#sessions, asked.session));
      case 'use':
        return this.#use(asked.key, pick(this.#sessions, asked.session));
      case 'end':
        return this.#end(asked.key, pick(this.#sessions, asked.session));
    }
  }

  async #startSignUp(key: Key, mailbox: Mailbox, password: string) {
    const pending = { name: unique('Newcomer'), password };
    const body = { name: pending.name, email: mailbox.email, password };
    const answer = await this.#ask(key, mailbox, 'startSignUp', body, []);
    if (answer?.ok) this.#opened(answer.value.flow, key, mailbox, 'verifySignUp', { pending });
  }

  async #askForCode(key: Key, mailbox: Mailbox) {
    const answer = await this.#ask(key, mailbox, 'requestSignInCode', { email: mailbox.email }, []);
    if (answer?.ok) this.#opened(answer.value.flow, key, mailbox, 'verifySignInCode');
  }

  #opened(
    id: string,
    key: Key,
    mailbox: Mailbox,
    verify: Verify,
    { pending, owner }: { pending?: Account; owner?: Account } = {},
  ) {
    const rest = { code: this.#mailedCode(mailbox), tried: 0, sent: 1, isOver: false };
    this.#flows.push({ id, key, mailbox, verify, pending, owner, ...rest });
  }

  async #enter(key: Key, flow: Flow | undefined, verify: 'verifySignUp' | 'verifySignInCode', code: string) {
    if (!flow) return;
    const { mailbox } = flow;
    const isAsker = key === flow.key && verify === flow.verify && !flow.isOver && flow.tried < attempts;
    if (isAsker) flow.tried += 1;
    const isProof = isAsker && code === flow.code;
    const makes = isProof && flow.pending && this.#hasRoom(mailbox) ? flow.pending : undefined;
    // A sign-up proves its own account alone, unless there is one that it must not stand beside.
    const isFull = isProof && flow.pending && !makes;
    const proved = makes
      ? [makes]
      : isProof && !(isFull && mailbox.backend === 'many')
        ? mailbox.accounts
        : [];
    const answer = await this.#ask(key, mailbox, verify, { flow: flow.id, code }, proved);
    if (!answer) return;
    if (isProof) flow.isOver = true;
    expect(answer.ok, `${verify} opens`).toBe(proved.length > 0);
    if (!answer.ok) return;
    if (makes) mailbox.accounts.push(makes);
    if (flow.pending && mailbox.backend === 'single') {
      for (const other of this.#flows) if (other.mailbox === mailbox && other.pending) other.isOver = true;
    }
    this.#settled(key, mailbox, proved, answer.value);
  }

  #hasRoom({ backend, accounts }: Mailbox) {
    return accounts.length < (backend === 'single' ? 1 : accountsPerEmail);
  }

  async #resend(key: Key, flow: Flow | undefined) {
    if (!flow) return;
    this.#stage.portal.advance(minute);
    const answer = await this.#ask(key, flow.mailbox, 'resendCode', { flow: flow.id }, []);
    if (!answer) return;
    const may = key === flow.key && !flow.isOver && flow.tried < attempts && flow.sent < sends;
    expect(answer.ok, 'resends').toBe(may);
    if (!answer.ok) return;
    flow.sent += 1;
    flow.code = this.#mailedCode(flow.mailbox);
  }

  async #logIn(key: Key, mailbox: Mailbox, password: string) {
    const proved = mailbox.accounts.filter((account) => account.password === password);
    const body = { email: mailbox.email, password };
    const answer = await this.#ask(key, mailbox, 'signInWithPassword', body, proved);
    if (!answer) return;
    expect(answer.ok, 'logs in').toBe(proved.length > 0);
    if (answer.ok) this.#settled(key, mailbox, proved, answer.value);
  }

  #settled(key: Key, mailbox: Mailbox, proved: Account[], outcome: Outcome) {
    if (outcome.outcome === 'signed-in') {
      expect(proved.map(({ name }) => name)).toEqual([outcome.grant.session.account.name]);
      return this.#begin(key, mailbox, proved, outcome.grant);
    }
    if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
    const { ticket, accounts } = outcome.selection;
    expect(accounts.map(({ name }) => name).toSorted()).toEqual(proved.map(({ name }) => name).toSorted());
    const handles = accounts.map(({ handle }) => handle);
    this.#tickets.push({ ticket, handles, key, mailbox, proved: [...proved], isTaken: false });
  }

  async #choose(key: Key, ticket: Ticket | undefined, chosen: { handleOf: number; which: number }) {
    if (!ticket) return;
    const handle = pick(pick(this.#tickets, chosen.handleOf)?.handles ?? [], chosen.which) ?? 'none';
    const may = key === ticket.key && !ticket.isTaken && ticket.handles.includes(handle);
    const body = { ticket: ticket.ticket, handle };
    const answer = await this.#ask(key, ticket.mailbox, 'chooseAccount', body, may ? ticket.proved : []);
    if (!answer) return;
    expect(answer.ok, 'chooses').toBe(may);
    if (!answer.ok) return;
    ticket.isTaken = true;
    this.#begin(key, ticket.mailbox, ticket.proved, answer.value);
  }

  #begin(key: Key, mailbox: Mailbox, proved: Account[], grant: SessionGrant) {
    const account = proved.find(({ name }) => name === grant.session.account.name);
    expect(account, 'a session is for a proved account').toBeDefined();
    expect(grant.session.account.email).toBe(mailbox.email);
    account!.id = grant.session.account.id;
    const rest = { proved: [...proved], grant, grantedAt: this.#now(), isOver: false };
    this.#sessions.push({ key, mailbox, account: account!, ...rest });
    this.#stage.opened += 1;
  }

  async #refresh(key: Key, session: Session | undefined) {
    if (!session) return;
    const may = key === session.key && !session.isOver;
    const body = { grant_type: 'refresh_token', refresh_token: session.grant.refresh_token } as const;
    const seen = may ? [session.account] : [];
    const answer = await this.#ask(key, session.mailbox, 'refreshSession', body, seen);
    expect(answer?.ok, 'refreshes').toBe(may);
    if (answer?.ok) Object.assign(session, { grant: answer.value, grantedAt: this.#now() });
    else session.isOver = true;
  }

  async #use(key: Key, session: Session | undefined) {
    if (!session) return;
    const may = this.#isLetIn(key, session);
    const seen = may ? session.proved : [];
    const answer = await this.#askWith(session, key, 'readMe', undefined, seen);
    expect(answer?.ok, 'is let in').toBe(may);
  }

  async #switch(key: Key, session: Session | undefined, to: Account | undefined) {
    if (!session || to?.id === undefined) return;
    const may = this.#isLetIn(key, session) && session.proved.includes(to);
    const answer = await this.#askWith(session, key, 'switchAccount', { account: to.id }, may ? [to] : []);
    if (!answer) return;
    expect(answer.ok, 'switches').toBe(may);
    if (!answer.ok) return;
    expect(answer.value.session.account.id).toBe(to.id);
    session.isOver = true;
    this.#begin(key, session.mailbox, session.proved, answer.value);
  }

  async #stepUp(key: Key, session: Session | undefined, password: string) {
    if (!session) return;
    const may = this.#isLetIn(key, session) && session.account.password === password;
    const seen = may ? [session.account] : [];
    const answer = await this.#askWith(session, key, 'stepUpWithPassword', { password }, seen);
    if (!answer) return;
    expect(answer.ok, 'steps up').toBe(may);
    if (!answer.ok) return;
    const proved = session.mailbox.accounts.filter((account) => account.password === password);
    this.#goOn(session, proved, answer.value);
  }

  async #askToStepUp(key: Key, session: Session | undefined) {
    if (!session) return;
    const may = this.#isLetIn(key, session);
    const answer = await this.#askWith(session, key, 'requestStepUpCode', undefined, []);
    if (!answer) return;
    expect(answer.ok, 'asks to step up').toBe(may);
    if (!answer.ok) return;
    this.#opened(answer.value.flow, key, session.mailbox, 'verifyStepUpCode', { owner: session.account });
  }

  async #stepUpByCode(key: Key, session: Session | undefined, flow: Flow | undefined, code: string) {
    if (!session || !flow) return;
    const isAsker =
      this.#isLetIn(key, session) &&
      key === flow.key &&
      flow.owner === session.account &&
      !flow.isOver &&
      flow.tried < attempts;
    if (isAsker) flow.tried += 1;
    const may = isAsker && code === flow.code;
    const seen = may ? [session.account] : [];
    const answer = await this.#askWith(session, key, 'verifyStepUpCode', { flow: flow.id, code }, seen);
    if (!answer) return;
    expect(answer.ok, 'steps up by code').toBe(may);
    if (!answer.ok) return;
    flow.isOver = true;
    this.#goOn(session, session.mailbox.accounts, answer.value);
  }

  /** The same account with a new proof, in a new session instead of the old one. */
  #goOn(session: Session, proved: Account[], grant: SessionGrant) {
    expect(grant.session.account.name).toBe(session.account.name);
    session.isOver = true;
    this.#begin(session.key, session.mailbox, proved, grant);
  }

  #isLetIn(key: Key, session: Session): boolean {
    return this.#isAlive(session) && key === session.key;
  }

  #isAlive = (session: Session) => !session.isOver && this.#now() < session.grantedAt + 5 * minute;

  /** With a session's access token. With another key it is a stolen one, which ends the session. */
  async #askWith<N extends EndpointName>(
    session: Session,
    key: Key,
    name: N,
    body: RequestOf<N> | undefined,
    seen: Account[],
  ): Promise<Answer<N> | undefined> {
    const isStolen = this.#isAlive(session) && key !== session.key;
    const overrides = { accessToken: session.grant.access_token };
    const answer = await this.#ask(key, session.mailbox, name, body, seen, overrides);
    if (isStolen) session.isOver = true;
    return answer;
  }

  async #end(key: Key, session: Session | undefined) {
    if (!session) return;
    const body = { refresh_token: session.grant.refresh_token };
    const answer = await this.#ask(key, session.mailbox, 'endSession', body, []);
    expect(answer?.ok).toBe(true);
    session.isOver = true;
  }

  /** Undefined where the visitor was only slowed down. `seen`: the accounts that the answer may tell of. */
  async #ask<N extends EndpointName>(
    key: Key,
    mailbox: Mailbox,
    name: N,
    body: RequestOf<N> | undefined,
    seen: Account[],
    overrides?: Overrides,
  ): Promise<Answer<N> | undefined> {
    this.#stage.lastMail = undefined;
    const answer = await this.#stage.visitor(key, mailbox.backend).call(name, body, overrides);
    const text = JSON.stringify(answer);
    for (const { name: secret } of this.#boxes.flatMap(({ accounts }) => accounts)) {
      if (!seen.some((account) => account.name === secret)) expect(text).not.toContain(`"${secret}"`);
    }
    return !answer.ok && brakes.includes(answer.problem.code) ? undefined : answer;
  }

  #mailedCode(mailbox: Mailbox): string | undefined {
    const mail = this.#stage.lastMail;
    expect(mail?.to).toBe(mailbox.email);
    return mail && 'code' in mail.data ? mail.data.code : undefined;
  }

  #now = () => this.#stage.portal.deps.clock.now();
}

/** Resolves to the account's id. */
async function store(
  { deps }: TestPortal,
  { backend, email, accounts }: Mailbox,
  made: Account,
): Promise<string> {
  const businessId = (await deps.storage.businesses.bySlug(backend))?.id ?? '';
  const account = anAccount({ businessId, email, name: made.name });
  const existing = await deps.storage.accounts.byEmail(businessId, email);
  const credential = await newCredential(
    deps,
    { businessId, email, accounts: existing },
    account.id,
    made.password,
  );
  if (credential === 'busy') throw new Error('busy');
  await deps.storage.accounts.insert({ ...account, ...credential }, accounts.length + 1);
  return account.id;
}
