/** A page of somebody with two accounts on one email, logged in to the first, with the list to switch between them. */
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import type { MockPortal } from '../../mocks/start-mock-portal.ts';
import { loginPage, type LoginPage } from './login-page.ts';
import { register } from './register.ts';
import { until, type Visitor } from './visitor.ts';
import { words } from './words.ts';

const hour = 3_600_000;

export const second = 'Second Account';

/** What is read on the button of an account: the initial, then the name. */
export const buttonOf = (name: string): string => `${name[0]} ${name}`;

export interface FamilyPage extends LoginPage {
  picker: Visitor;
}

export async function familyPage(
  portal: MockPortal,
  settings: Partial<BusinessSettings> = {},
): Promise<FamilyPage> {
  const content = '<portal-login></portal-login><portal-account-picker></portal-account-picker>';
  const opened = await loginPage(portal, { settings, content });
  const { account, backend, page, visitor } = opened;
  await register(portal, backend, { name: second, email: account.email });
  const picker = page.visitor('portal-account-picker');
  if (settings.methods?.includes('password') === false) {
    // A third mail within the hour would cost a challenge, and WebKit most of a minute.
    portal.clock.advance(hour);
    await until(() => visitor.button(words.sendCode), 'The form asks for the email only');
    await visitor.types(words.email, account.email);
    await visitor.presses(words.sendCode);
    await visitor.sees(words.checkEmail);
    await visitor.types(words.code, await portal.mailbox.codeFor(account.email));
    await visitor.presses(words.confirm);
    await toTheList({ ...opened, picker });
  } else await logInAgain({ ...opened, picker });
  return { ...opened, picker };
}

export async function logInAgain(page: FamilyPage): Promise<void> {
  const { account, visitor } = page;
  await visitor.types(words.email, account.email);
  await visitor.types(words.password, account.password);
  await visitor.presses(words.logIn);
  await toTheList(page);
}

async function toTheList({ account, picker }: FamilyPage) {
  await picker.presses(buttonOf(account.name));
  await picker.sees(words.accounts);
}
