import { waitUntil as waitASecond } from '@open-wc/testing';
import { patience } from './patience.ts';

/** Its own second is too short for a machine that does other things beside. */
export const waitUntil = (is: () => unknown, message?: string): Promise<void> =>
  waitASecond(is, message, { timeout: patience });
