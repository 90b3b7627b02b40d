/** Fetches `after/` once for all elements; until it works, because a form that stands there must not end dumb. */
import type { AfterForm } from './after/after-form.ts';

const pauseMs = 3000;
let loading: Promise<AfterForm> | undefined;

export function loadAfterForm(): Promise<AfterForm> {
  return (loading ??= import('./after/after-form.ts').then(
    (module) => module.afterForm,
    async () => {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      loading = undefined;
      return loadAfterForm();
    },
  ));
}
