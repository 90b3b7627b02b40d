import type { Problem } from './types.ts';

/** Tells the console why a backend URL cannot work. Who needs that can wait for its words. */
export const advise = (code: Problem['code'], backend: string | null | undefined): void =>
  void import('./after/advise.ts').then(
    (after) => after.advise(code, backend),
    // The card says it as well.
    () => {},
  );
