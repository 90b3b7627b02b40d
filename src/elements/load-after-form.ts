/** Fetches `after/` once for all elements. */
import { eventually } from '../internal/eventually.ts';

export const loadAfterForm = eventually(async () => (await import('./after/after-form.ts')).afterForm);
