import type { Authenticated } from './authenticate.ts';
import type { Owner } from './hub-ports.ts';

/** Both from the token alone (SECURITY T27). */
export const ownerOf = ({ account }: Authenticated): Owner => ({
  businessId: account.businessId,
  accountId: account.id,
});
