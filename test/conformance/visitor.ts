/**
 * A browser of its own: one key, the nonces it was given, and a strict eye. Every answer is held
 * against the contract before a case sees it. Proofs come from an independent library.
 */
import { generateKeyPair, generateProof, type KeyPair } from 'dpop';
import * as v from 'valibot';
import { allEndpoints } from '../../src/contract/all-endpoints.ts';
import { challengeHeader, type Endpoint, type EndpointName } from '../../src/contract/endpoints.ts';
import { problemsOf } from '../../src/contract/openapi.ts';
import {
  operations,
  type RequestOf,
  type ResponseOf,
  type SessionGrant,
} from '../../src/contract/operations.ts';
import { type ProblemDetails, problems } from '../../src/contract/problems.ts';
import { Problem } from '../../src/contract/schemas.ts';
import { solveChallenge } from './challenge.ts';
import { check, checkEqual } from './check.ts';
import type { Target } from './target.ts';

export type Answer<N extends EndpointName> =
  | { ok: true; value: ResponseOf<N>; headers: Headers }
  | { ok: false; problem: ProblemDetails; headers: Headers };

export interface Overrides {
  method?: string;
  parameters?: Record<string, string>;
  query?: Record<string, string>;
  /** Replaces the JSON of the body. */
  rawBody?: string;
  /** Changes headers after they were made; undefined removes one. */
  headers?: Record<string, string | undefined>;
  accessToken?: string;
}

export class Visitor {
  readonly keys: KeyPair;
  readonly #target: Target;
  readonly #backend: string;
  #nonce: string | undefined;

  static async arrive(target: Target, backend = target.backend): Promise<Visitor> {
    return new Visitor(target, backend, await generateKeyPair('ES256'));
  }

  constructor(target: Target, backend: string, keys: KeyPair) {
    this.#target = target;
    this.#backend = backend;
    this.keys = keys;
  }

  /** A request as the contract wants it, with one retry for the nonce (RFC 9449 section 8). */
  async call<N extends EndpointName>(
    name: N,
    body?: RequestOf<N>,
    overrides: Overrides = {},
  ): Promise<Answer<N>> {
    const first = await this.once(name, body, overrides);
    if (first.ok || first.problem.code !== 'use-dpop-nonce') return first;
    return this.once(name, body, overrides);
  }

  /**
   * The same by a visitor who stays: when it is asked for a proof of work, it is done, and the request repeated. Its
   * first answer is given where that is a proof of work which is waited for.
   */
  async persist<N extends EndpointName>(
    name: N,
    body?: RequestOf<N>,
    overrides: Overrides = {},
  ): Promise<Answer<N>> {
    const first = await this.call(name, body, overrides);
    if (first.ok || first.problem.code !== 'challenge-required') return first;
    check(first.problem.challenge, 'challenge-required brings a challenge');
    const solution = solveChallenge(first.problem.challenge);
    const headers = { ...overrides.headers, [challengeHeader]: solution };
    return this.call(name, body, { ...overrides, headers });
  }

  /** The same, where anything but success is a broken rule. */
  async succeed<N extends EndpointName>(
    name: N,
    body?: RequestOf<N>,
    overrides?: Overrides,
  ): Promise<ResponseOf<N>> {
    const answer = await this.persist(name, body, overrides);
    check(answer.ok, `${name} should succeed, got ${answer.ok ? '' : answer.problem.code}`);
    return answer.value;
  }

  /** The same, where anything but this problem is a broken rule. */
  async refused<N extends EndpointName>(
    name: N,
    code: ProblemDetails['code'],
    body?: RequestOf<N>,
    overrides?: Overrides,
  ): Promise<ProblemDetails> {
    const answer = await (code === 'challenge-required'
      ? this.call(name, body, overrides)
      : this.persist(name, body, overrides));
    check(!answer.ok, `${name} should be refused with ${code}, but succeeded`);
    checkEqual(answer.problem.code, code, `${name}: problem code`);
    return answer.problem;
  }

  async once<N extends EndpointName>(
    name: N,
    body: RequestOf<N> | undefined,
    overrides: Overrides,
  ): Promise<Answer<N>> {
    const response = await this.#target.fetch(await this.request(name, body, overrides));
    this.#nonce = response.headers.get('DPoP-Nonce') ?? this.#nonce;
    return readAnswer(name, response);
  }

  urlOf(name: EndpointName, parameters: Record<string, string> = {}): string {
    const path = allEndpoints[name].path.replace(/\{(\w+)\}/g, (_, key: string) => parameters[key] ?? 'none');
    return this.#backend + path;
  }

  proof(name: EndpointName, overrides: Overrides = {}): Promise<string> {
    const url = this.urlOf(name, overrides.parameters);
    const method = overrides.method ?? allEndpoints[name].method;
    return generateProof(this.keys, url, method, this.#nonce, overrides.accessToken);
  }

  /** Learns a nonce as any visitor does: from an answer. */
  async learnNonce(): Promise<string> {
    await this.once('refreshSession', { grant_type: 'refresh_token', refresh_token: 'none' }, {});
    check(this.#nonce, 'Every answer carries a DPoP-Nonce header');
    return this.#nonce;
  }

  async request<N extends EndpointName>(
    name: N,
    body: RequestOf<N> | undefined,
    overrides: Overrides,
  ): Promise<Request> {
    const { credential, method }: Endpoint = allEndpoints[name];
    const headers = new Headers();
    if (credential === 'proof' || credential === 'token')
      headers.set('DPoP', await this.proof(name, overrides));
    if (credential === 'api-key') headers.set('Authorization', `Bearer ${this.#target.apiKey}`);
    if (overrides.accessToken !== undefined) headers.set('Authorization', `DPoP ${overrides.accessToken}`);
    const text = overrides.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    if (text !== undefined) headers.set('Content-Type', 'application/json');
    for (const [key, value] of Object.entries(overrides.headers ?? {})) {
      if (value === undefined) headers.delete(key);
      else headers.set(key, value);
    }
    const init: RequestInit = { method: overrides.method ?? method, headers };
    if (text !== undefined) init.body = text;
    const query = overrides.query ? `?${new URLSearchParams(overrides.query)}` : '';
    return new Request(this.urlOf(name, overrides.parameters) + query, init);
  }

  // ── Journeys that many cases begin with ───────────────────────────────────────────────────────

  async signUp(email: string, password: string, name = 'Ada Lovelace'): Promise<SessionGrant> {
    const { flow, tag } = await this.succeed('startSignUp', { name, email, password });
    const code = await this.#target.codeFor(email, tag);
    const outcome = await this.succeed('verifySignUp', { flow, code });
    check(outcome.outcome === 'signed-in', `A first sign-up ends signed in, not ${outcome.outcome}`);
    return outcome.grant;
  }

  /** `name`: which account to choose where several are offered. */
  async signIn(email: string, password: string, name?: string): Promise<SessionGrant> {
    const outcome = await this.succeed('signInWithPassword', { email, password });
    if (outcome.outcome === 'signed-in') return outcome.grant;
    check(outcome.outcome === 'choose-account', `A log-in does not end with ${outcome.outcome}`);
    const { ticket, accounts } = outcome.selection;
    const chosen = accounts.find((account) => account.name === name);
    check(chosen, `No account of the name ${name} is offered`);
    return this.succeed('chooseAccount', { ticket, handle: chosen.handle });
  }
}

/** Status, content type, shape and the documented codes: all of it, every time. */
async function readAnswer<N extends EndpointName>(name: N, response: Response): Promise<Answer<N>> {
  const { headers, status } = response;
  const text = await response.text();
  const type = (headers.get('Content-Type') ?? '').split(';')[0];
  if (status >= 400) {
    checkEqual(type, 'application/problem+json', `${name} answered ${status}; content type`);
    const problem = strictly(Problem, JSON.parse(text), `${name} answered ${status}`);
    checkEqual(problem.status, status, `${name}: status of ${problem.code}`);
    checkEqual(status, problems[problem.code].status, `${name}: status of ${problem.code} in the contract`);
    check(problemsOf(name).includes(problem.code), `${name} does not document the problem ${problem.code}`);
    checkEqual(headers.get('Retry-After'), problem.retryAfter?.toString() ?? null, `${name}: Retry-After`);
    if (status === 401) check(headers.get('WWW-Authenticate'), `${name}: 401 needs WWW-Authenticate`);
    return { ok: false, problem, headers };
  }
  const { status: expected } = operations[name];
  const schema: v.GenericSchema | null = operations[name].response;
  checkEqual(status, expected, `${name}: status`);
  if (schema === null) {
    checkEqual(text, '', `${name}: body`);
    return { ok: true, value: undefined as ResponseOf<N>, headers };
  }
  checkEqual(type, 'application/json', `${name}: content type`);
  // The schema of this name has just said so.
  const value = strictly(schema, JSON.parse(text), name) as ResponseOf<N>;
  return { ok: true, value, headers };
}

function strictly<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const parsed = v.safeParse(schema, value);
  check(
    parsed.success,
    `${what} is not the contract's shape: ${parsed.issues?.map((i) => `${v.getDotPath(i) ?? ''} ${i.message}`).join('; ')}`,
  );
  return parsed.output;
}
