import type { FlowStarted } from '../../../src/contract/operations.ts';
import { localeOf } from './account-locale.ts';
import { isReturnUrl } from './business.ts';
import type { Caller } from './caller.ts';
import { canonicalEmail } from './email.ts';
import { openFlow } from './flow.ts';
import type { Dependencies } from './ports.ts';
import { fail, inputFailure, type Result, succeed } from './result.ts';
import { takeSend } from './sends.ts';

/**
 * Log-in by emailed code, first half; also what "forgot password" does, so it is refused nowhere
 * (docs/decisions/0010-a-code-is-always-a-way-in.md). An unknown mailbox gets a
 * flow and a mail as well, which says that there is no account: only its owner learns it (T3).
 */
export async function requestSignInCode(
  deps: Dependencies,
  caller: Caller,
  typed: { email: string; returnTo?: string | undefined },
): Promise<Result<FlowStarted>> {
  const { business } = caller;
  const { email: typedEmail, returnTo } = typed;
  if (returnTo !== undefined && !isReturnUrl(business, returnTo)) return fail('return-url-not-registered');
  const email = canonicalEmail(typedEmail);
  if (email === undefined) return inputFailure({ email: 'email-invalid' }) ?? fail('invalid-input');

  const send = await takeSend(deps, caller, email);
  if (!send.ok) return send;
  const accounts = await deps.storage.accounts.byEmail(business.id, email);
  const start = { kind: 'sign-in', accountId: null, pending: null } as const;
  const chosen = accounts.find(({ locale }) => locale !== null) ?? { locale: null };
  const reader = { ...caller, locale: localeOf(chosen, caller) };
  return succeed(await openFlow(deps, reader, send.value, start, accounts.length > 0, returnTo));
}
