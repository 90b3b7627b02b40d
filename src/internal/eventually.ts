const pauseMs = 3000;

/** Fetches something once, for all who ask; until it works, because a form that stands there must not end dumb. */
export function eventually<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetching: Promise<T> | undefined;
  const get = (): Promise<T> =>
    (fetching ??= fetch().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      fetching = undefined;
      return get();
    }));
  return get;
}
