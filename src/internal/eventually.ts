const pauseMs = 3000;

/**
 * Loads a module once, for all who ask, and answers with what `use` makes of it; until it works, because a form that
 * stands there must not end dumb. Chromium and Firefox keep a file's error status as long as the page lives, and name
 * the file: then it is asked for by another name.
 */
export function eventually<M, T>(load: () => Promise<M>, use: (module: M) => T): () => Promise<Awaited<T>> {
  let loading: Promise<Awaited<T>> | undefined;
  const get = (again = load): Promise<Awaited<T>> =>
    (loading ??= again()
      .then(use)
      .catch(async (error: unknown) => {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        loading = undefined;
        const [url] = /http\S+$/.exec(error as string) ?? [];
        return get(url ? () => import(/* @vite-ignore */ `${url}?`) as Promise<M> : load);
      }) as Promise<Awaited<T>>);
  return get;
}
