/** Fetches `after/` once for all elements. */
import { eventually } from '../internal/eventually.ts';

export const loadAfterForm = eventually(
  () => import('./after/after-form.ts'),
  ({ afterForm }) => afterForm,
);
