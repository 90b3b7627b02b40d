/** A page of somebody who has logged in by "Forgot your password?" and is offered to choose a new one. */
import type { MockPortal } from '../../mocks/start-mock-portal.ts';
import { loginPage, type LoginPage } from './login-page.ts';
import { words } from './words.ts';

export async function forgottenPage(portal: MockPortal): Promise<LoginPage> {
  const opened = await loginPage(portal);
  const { account, visitor } = opened;
  await visitor.types(words.email, account.email);
  await visitor.presses(words.forgot);
  await visitor.sees(words.checkEmail);
  await visitor.types(words.code, await portal.mailbox.codeFor(account.email));
  await visitor.presses(words.confirm);
  await visitor.sees(words.newPassword);
  return opened;
}
