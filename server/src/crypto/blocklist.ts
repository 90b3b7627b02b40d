/** The passwords that everybody tries first, from zxcvbn's list of leaked ones. */
import { dictionary } from '@zxcvbn-ts/language-common';
import type { Blocklist } from '../domain/ports.ts';

export function createBlocklist(): Blocklist {
  const common = new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));
  return { has: (password) => common.has(password.toLowerCase()) };
}
