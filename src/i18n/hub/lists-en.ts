/** English: what every list of the hub says. */
import type { ListStrings } from './strings.ts';

export const listsEn: ListStrings = {
  more: 'Show more',
  moreCame: { one: '{count} more is shown.', other: '{count} more are shown.' },
};
