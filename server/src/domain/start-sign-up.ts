/** Sign-up, first half: a pending sign-up and a mailed code. No account exists yet (SECURITY T1). */
import type { FlowStarted } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { checkSignUp } from './check-profile.ts';
import { canonicalEmail } from './email.ts';
import { openFlow } from './flow.ts';
import { nameProblem, tidyName } from './full-name.ts';
import { numbers } from './numbers.ts';
import { newCredential, passwordProblem } from './password.ts';
import type { Dependencies } from './ports.ts';
import { fail, inputFailure, type Result, succeed } from './result.ts';
import { takeSend } from './sends.ts';

export async function startSignUp(
  deps: Dependencies,
  caller: Caller,
  typed: {
    name: string;
    email: string;
    password: string;
    values?: Readonly<Record<string, unknown>> | undefined;
  },
): Promise<Result<FlowStarted>> {
  const { business } = caller;
  if (!business.settings.signUpOpen) return fail('sign-up-closed');

  const name = tidyName(typed.name);
  const email = canonicalEmail(typed.email);
  const answers = checkSignUp(deps, business, typed.values ?? {});
  const wrong = inputFailure(
    {
      name: nameProblem(name),
      email: email === undefined ? 'email-invalid' : undefined,
      password: passwordProblem(typed.password, { business, email, name, blocklist: deps.blocklist }),
    },
    answers.errors,
  );
  if (wrong || email === undefined) return wrong ?? fail('invalid-input');

  // From here on a known and an unknown mailbox do the same work: one hash, one flow, one mail (T3, T4).
  const send = await takeSend(deps, caller, email);
  if (!send.ok) return send;
  const accounts = await deps.storage.accounts.byEmail(business.id, email);
  const accountId = deps.random.id();
  const mailbox = { businessId: business.id, email, accounts };
  const credential = await newCredential(deps, mailbox, accountId, typed.password);
  if (credential === 'busy') {
    await send.value.giveBack();
    return fail('unavailable', { retryAfter: numbers.busyRetryAfter });
  }

  const values = Object.fromEntries(
    answers.values.flatMap(([field, value]) => (value === null ? [] : [[field, value]])),
  );
  const pending = { accountId, name, values, ...credential };
  const start = { kind: 'sign-up', accountId: null, pending } as const;
  return succeed(await openFlow(deps, caller, send.value, start, accounts.length > 0));
}
