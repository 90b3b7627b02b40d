/** Makes an account by the contract, with a key of its own: the page's session knows nothing of it. */
import { PortalClient } from '../../src/api/portal-client.ts';
import { createKey } from '../../src/api/proof.ts';
import type { MockPortal } from '../../mocks/start-mock-portal.ts';

export const password = 'correct horse battery';

let count = 0;

/** An address that no other test uses. */
export const freshEmail = (): string => `visitor-${++count}@mail.example`;

export async function register(
  portal: MockPortal,
  backend: string,
  person: { name?: string; email?: string } = {},
): Promise<{ name: string; email: string; password: string }> {
  const account = { name: 'Ada Baker', email: freshEmail(), password, ...person };
  const client = new PortalClient(backend);
  const key = await createKey();
  const started = await client.call('startSignUp', account, { key });
  if (!started.ok) throw new Error(`No sign-up: ${started.problem.code}`);
  const proof = { flow: started.value.flow, code: await portal.mailbox.codeFor(account.email) };
  const done = await client.call('verifySignUp', proof, { key });
  if (!done.ok) throw new Error(`No account: ${done.problem.code}`);
  return account;
}
