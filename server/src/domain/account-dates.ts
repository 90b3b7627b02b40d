import type { AccountRecord } from './ports.ts';

/** What tells two accounts of the same name on one mailbox apart. */
export const datesOf = ({ createdAt, lastSignInAt }: AccountRecord) => ({
  createdAt: new Date(createdAt).toISOString(),
  ...(lastSignInAt === null ? {} : { lastSignInAt: new Date(lastSignInAt).toISOString() }),
});
