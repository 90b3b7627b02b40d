import type { Outcome } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { checkPassword } from './check-password.ts';
import { canonicalEmail } from './email.ts';
import { adoptPasswords } from './password.ts';
import type { Dependencies } from './ports.ts';
import { fail, inputFailure, type Result } from './result.ts';
import { settle } from './settle.ts';

/** Unknown email and wrong password end alike, after the same work (SECURITY T3, T4). */
export async function signInWithPassword(
  deps: Dependencies,
  caller: Caller,
  typed: { email: string; password: string; remember?: boolean | undefined },
): Promise<Result<Outcome>> {
  const { business } = caller;
  if (!business.settings.methods.includes('password')) return fail('method-disabled');
  const email = canonicalEmail(typed.email);
  if (email === undefined) return inputFailure({ email: 'email-invalid' }) ?? fail('invalid-input');

  const provedAt = deps.clock.now();
  const opened = await checkPassword(deps, caller, email, typed.password);
  if (!opened.ok) return opened;

  const proved = {
    accounts: opened.value.map(({ account }) => account),
    method: 'password',
    provedAt,
    remember: typed.remember ?? true,
  } as const;
  const outcome = await deps.storage.transaction(async (stores) => {
    await adoptPasswords(stores, opened.value);
    return settle(deps, stores, caller, proved);
  });
  return outcome ?? fail('credentials-invalid');
}
