import type { FlowStarted } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { canonicalEmail } from './email.ts';
import { openFlow } from './flow.ts';
import type { Dependencies } from './ports.ts';
import { fail, inputFailure, type Result, succeed } from './result.ts';

/**
 * Log-in by emailed code, first half; also what "forgot password" does. An unknown mailbox gets a
 * flow and a mail as well, which says that there is no account: only its owner learns it (T3).
 */
export async function requestSignInCode(
  deps: Dependencies,
  caller: Caller,
  typed: { email: string },
): Promise<Result<FlowStarted>> {
  const { business } = caller;
  if (!business.settings.methods.includes('code')) return fail('method-disabled');
  const email = canonicalEmail(typed.email);
  if (email === undefined) return inputFailure({ email: 'email-invalid' }) ?? fail('invalid-input');

  const accounts = await deps.storage.accounts.byEmail(business.id, email);
  const start = { kind: 'sign-in', email, pending: null } as const;
  return succeed(await openFlow(deps, caller, start, accounts.length > 0));
}
