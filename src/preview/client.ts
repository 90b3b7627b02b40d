/** A backend without a network: what it answers is written down, and nothing that is typed leaves the page. */
import type { Callable } from '../api/answers.ts';
import { type CallOptions, PortalClient } from '../api/portal-client.ts';
import { failure, type Failure, type Problem, type Result } from '../api/result.ts';
import type { RequestOf, ResponseOf } from '../contract/operations.ts';

/** By the endpoint. `query` is that of the request, `target` the `{id}` of its path. */
export type Answers = {
  [N in Callable]?: (
    body: RequestOf<N>,
    query: URLSearchParams,
    target: string,
  ) => ResponseOf<N> | Problem['code'];
};

export interface Script {
  answers: Answers;
  /** These end otherwise: with the problem, or, for `waiting`, not at all. */
  troubled: readonly Callable[];
  trouble: Problem | 'waiting' | undefined;
  /** No form can work at all. */
  blocked: Problem['code'] | undefined;
}

export class PreviewClient extends PortalClient {
  override readonly unusable: Failure | undefined;
  #script: Script;

  constructor(script: Script) {
    // Its `backend` stays empty: nothing is kept under that name, and no other tab is told.
    super(undefined);
    this.unusable = script.blocked && failure(script.blocked);
    this.#script = script;
  }

  override call<N extends Callable>(
    name: N,
    body: RequestOf<N>,
    { query, target = '', signal }: CallOptions = {},
  ): Promise<Result<ResponseOf<N>>> {
    const { answers, troubled, trouble } = this.#script;
    return new Promise((resolve) => {
      signal?.addEventListener('abort', () => resolve(failure('aborted')));
      if (trouble && troubled.includes(name)) {
        if (trouble !== 'waiting') resolve({ ok: false, problem: trouble });
        return;
      }
      const answer = answers[name];
      // What nobody has written down is never answered: an element that is refused may ask again at once, for ever.
      if (!answer) return;
      const value = answer(body, new URLSearchParams(query), target);
      resolve(typeof value === 'string' ? failure(value) : { ok: true, value });
    });
  }
}
