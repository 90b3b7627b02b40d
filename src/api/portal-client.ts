/**
 * The widget's only fetch: one call of one endpoint, with proof, time limit and a checked answer; what
 * follows a failure is in after/trouble.ts. What an answer means for the session is not its business.
 */
import type { Endpoint } from '../contract/endpoints.ts';
import { formEndpoints } from '../contract/form-endpoints.ts';
import type { RequestOf, ResponseOf } from '../contract/operations.ts';
import { loadLater, readAnswer, type Callable } from './answers.ts';
import { checkBackend } from './backend-url.ts';
import { pageLanguage } from '../internal/page-language.ts';
import { toJson, type Json } from './json.ts';
import type { Act, Trouble } from './after/trouble.ts';
import { createProof, randomId } from './proof.ts';
import { failure, type Failure, type Result } from './result.ts';

// Taken before scripts of the page that load later can wrap it.
const { fetch } = globalThis;

export interface CallOptions {
  /** Signs the proof; required unless the endpoint's credential is `none`. */
  key?: CryptoKeyPair | undefined;
  /** Access token. */
  token?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Takes the place of `{id}` in the endpoint's path. */
  target?: string | undefined;
  /** Stands behind the path, with its `?`. */
  query?: string | undefined;
  /** Lets the request finish although the page is being left. */
  keepalive?: boolean | undefined;
  /** Headers of the contract beside those that every request has. */
  headers?: Record<string, string> | undefined;
  /** Milliseconds for one attempt, in place of the client's own. */
  timeout?: number | undefined;
  /** Nobody waits for it: it is not even tried for a while after a backend has failed again and again. */
  isBackground?: boolean | undefined;
}

export class PortalClient {
  /** Why no request can be made at all; every call answers with it and sends nothing. */
  readonly unusable: Failure | undefined;
  /** Its URL in one spelling; empty when it is unusable. */
  readonly backend: string = '';
  #nonce: string | undefined;
  /** Nothing until a request has failed. */
  #trouble: Trouble | undefined;
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
    const json = body ? toJson(body as Json) : null;
    // Members that a page's script left on Object.prototype would else count as ours, here and in `init`.
    const act = Object.assign(Object.create(null) as Act, options);
    act.name = name;
    act.what = name + json;
    act.id = this.#trouble?.idOf(act.what) ?? randomId();
    act.end = performance.now() + 2 * this.#timeout;
    if (act.isBackground && this.#trouble?.isResting) return failure('network');
    for (;;) {
      const { status, result } = await this.#attempt(name, json, act);
      if (result.ok) {
        this.#trouble?.succeeded();
        return result;
      }
      if (result.problem.code === 'use-dpop-nonce' && !act.isNonceRenewed) {
        act.isNonceRenewed = true;
        continue;
      }
      this.#trouble ??= new (await loadLater()).Trouble(this.backend);
      const told = await this.#trouble.after(result, status, act);
      if (told) return told;
    }
  }

  async #attempt<N extends Callable>(
    name: N,
    json: string | null,
    { key, token, signal, keepalive = false, headers: more, timeout, target = '', query = '', id, end }: Act,
  ): Promise<{ status: number; result: Result<ResponseOf<N>> }> {
    const known: Partial<Record<Callable, Endpoint>> = formEndpoints;
    const { method, path, credential } = known[name] ?? (await loadLater()).endpoints[name];
    const url = this.backend + path.replace('{id}', encodeURIComponent(target));
    const limit = new AbortController();
    const abort = () => limit.abort();
    let hasTimedOut = false;
    const timer = setTimeout(
      () => {
        hasTimedOut = true;
        abort();
      },
      Math.min(timeout ?? this.#timeout, end - performance.now()),
    );
    signal?.addEventListener('abort', abort);
    let status = 0;
    try {
      if (signal?.aborted) abort();
      const headers: Record<string, string> = { ...more };
      if (method === 'POST') headers['Idempotency-Key'] = id;
      if (json) headers['Content-Type'] = 'application/json';
      if (pageLanguage.tag) headers['Accept-Language'] = pageLanguage.tag;
      if (token) headers['Authorization'] = `DPoP ${token}`;
      if (key) headers['DPoP'] = await createProof(key, { method, url, nonce: this.#nonce, token });
      const init: RequestInit & { __proto__: null } = {
        __proto__: null,
        method,
        headers,
        body: json,
        signal: limit.signal,
        keepalive,
        credentials: 'omit',
        redirect: 'error',
        // The public facts have an ETag; nothing else may be kept.
        cache: credential === 'none' ? 'default' : 'no-store',
        referrerPolicy: 'no-referrer',
      };
      const response = await fetch(url + query, init);
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
