/**
 * The widget's only fetch: one call of one endpoint, with proof, time limit, retries and a checked
 * answer. What an answer means for the session is not its business.
 */
import type { Endpoint } from '../contract/endpoints.ts';
import { formEndpoints } from '../contract/form-endpoints.ts';
import type { RequestOf, ResponseOf } from '../contract/operations.ts';
import { loadLater, readAnswer, type Callable } from './answers.ts';
import { checkBackend } from './backend-url.ts';
import { toJson, type Json } from './json.ts';
import { createProof } from './proof.ts';
import { retryDelay } from './retry.ts';
import { failure, type Failure, type Result } from './result.ts';

// Taken before scripts of the page that load later can wrap it.
const { fetch } = globalThis;

export interface CallOptions {
  /** Signs the proof; required unless the endpoint's credential is `none`. */
  key?: CryptoKeyPair | undefined;
  /** Access token. */
  token?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Lets the request finish although the page is being left. */
  keepalive?: boolean | undefined;
}

export class PortalClient {
  /** Why no request can be made at all; every call answers with it and sends nothing. */
  readonly unusable: Failure | undefined;
  /** Its URL in one spelling; empty when it is unusable. */
  readonly backend: string = '';
  #nonce: string | undefined;
  #timeout: number;

  /** `timeout`: milliseconds for one attempt, its body included. */
  constructor(backend: string | null | undefined, timeout = 10_000) {
    const checked = checkBackend(backend);
    if (checked.ok) this.backend = checked.value;
    else this.unusable = checked;
    this.#timeout = timeout;
  }

  async call<N extends Callable>(
    name: N,
    body: RequestOf<N>,
    options: CallOptions = {},
  ): Promise<Result<ResponseOf<N>>> {
    if (this.unusable) return this.unusable;
    // Members that a page's script left on Object.prototype would else count as ours, here and in `init`.
    const own = Object.assign(Object.create(null) as CallOptions, options);
    // The last retry starts in time to end within twice one attempt's limit.
    const latest = performance.now() + this.#timeout;
    let isNonceRenewed = false;
    for (let retries = 0; ;) {
      const { status, result } = await this.#attempt(name, body, own);
      if (result.ok) return result;
      if (result.problem.code === 'use-dpop-nonce' && !isNonceRenewed) {
        isNonceRenewed = true;
        continue;
      }
      const delay = retryDelay(name, retries++, status, result.problem);
      if (delay === undefined || performance.now() + delay > latest) return result;
      await pause(delay, own.signal);
    }
  }

  async #attempt<N extends Callable>(
    name: N,
    body: RequestOf<N>,
    { key, token, signal, keepalive = false }: CallOptions,
  ): Promise<{ status: number; result: Result<ResponseOf<N>> }> {
    const known: Partial<Record<Callable, Endpoint>> = formEndpoints;
    const { method, path, credential } = known[name] ?? (await loadLater()).endpoints[name];
    const url = this.backend + path;
    const limit = new AbortController();
    const abort = () => limit.abort();
    let hasTimedOut = false;
    const timer = setTimeout(() => {
      hasTimedOut = true;
      abort();
    }, this.#timeout);
    signal?.addEventListener('abort', abort);
    let status = 0;
    try {
      if (signal?.aborted) abort();
      const headers: Record<string, string> = {};
      if (body) headers['Content-Type'] = 'application/json';
      if (token) headers['Authorization'] = `DPoP ${token}`;
      if (key) headers['DPoP'] = await createProof(key, { method, url, nonce: this.#nonce, token });
      const init: RequestInit & { __proto__: null } = {
        __proto__: null,
        method,
        headers,
        body: body ? toJson(body as Json) : null,
        signal: limit.signal,
        keepalive,
        credentials: 'omit',
        redirect: 'error',
        // The public facts have an ETag; nothing else may be kept.
        cache: credential === 'none' ? 'default' : 'no-store',
        referrerPolicy: 'no-referrer',
      };
      const response = await fetch(url, init);
      const nonce = response.headers.get('DPoP-Nonce');
      // The public facts may come out of a cache, and their nonce with them.
      if (nonce && (key || !this.#nonce)) this.#nonce = nonce;
      status = response.status;
      return { status, result: await readAnswer(name, response) };
    } catch {
      return { status, result: failure(signal?.aborted ? 'aborted' : hasTimedOut ? 'timeout' : 'network') };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      // Ends the transfer of a body that nobody reads to its end.
      abort();
    }
  }
}

/** Ends early when the caller gives up. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
