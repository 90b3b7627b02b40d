import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { demoSettings } from '../../server/src/demo/settings.ts';
import { numbers } from '../../server/src/domain/numbers.ts';
import { forgottenPage } from '../support/forgotten-page.ts';
import { buttonOf, second } from '../support/family-page.ts';
import { loginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { register } from '../support/register.ts';
import { until } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();
const chosen = 'a loaf under each arm';

/** Whether a password opens the account, on another visitor's page. */
async function opens(backend: string, email: string, password: string): Promise<boolean> {
  const page = await openPage(backend, '<portal-login></portal-login>');
  const visitor = page.visitor('portal-login');
  await visitor.types(words.email, email);
  await visitor.types(words.password, password);
  await visitor.presses(words.logIn);
  await until(() => visitor.heading === words.signedIn || visitor.alert, 'There is an answer');
  return visitor.heading === words.signedIn;
}

describe('after "Forgot your password?"', () => {
  it('offers a new password once the code has logged the visitor in, and it works from then on', async () => {
    const { account, backend, page, visitor } = await forgottenPage(portal());
    expect(page.count('portal-signed-in'), 'logged in already').to.equal(1);
    expect(visitor.everything).to.include(fill(words.newPasswordLead, { name: account.name }));
    await visitor.types(words.newPasswordLabel, chosen);
    await visitor.presses(words.savePassword);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(words.passwordSaved);
    expect(page.element('portal-login').querySelector('form'), 'browsers offer to save now').to.equal(null);
    expect(page.count('portal-signed-in')).to.equal(1);
    await visitor.presses(words.logOut);
    await visitor.sees(words.logIn);
    page.root.remove();
    expect(await opens(backend, account.email, account.password)).to.equal(false);
    expect(await opens(backend, account.email, chosen)).to.equal(true);
  });

  it('leaves the old one as it is for who does not want one now', async () => {
    const { page, visitor, requests } = await forgottenPage(portal());
    await visitor.presses(words.notNow);
    await visitor.sees(words.signedIn);
    expect(page.count('portal-signed-in')).to.equal(1);
    expect(requests()).not.to.include('changePassword');
  });

  it('says the rule of the business first, and at the field what is wrong; what was typed stays', async () => {
    const { visitor } = await forgottenPage(portal());
    const min = demoSettings.passwordMinLength;
    expect(visitor.note(words.newPasswordLabel)).to.equal(fill(words.passwordHint, { min }));
    await visitor.types(words.newPasswordLabel, 'short');
    await visitor.presses(words.savePassword);
    await until(() => visitor.isInvalid(words.newPasswordLabel), 'It is refused');
    expect(visitor.note(words.newPasswordLabel)).to.equal(fill(words.fields['password-too-short'], { min }));
    expect(visitor.field(words.newPasswordLabel)?.value).to.equal('short');
    expect(document.activeElement).to.equal(visitor.field(words.newPasswordLabel));
  });

  it('shows the email beside it, in a field that cannot be changed, for password managers', async () => {
    const { account, visitor } = await forgottenPage(portal());
    expect(visitor.field(words.email)?.value).to.equal(account.email);
    expect(visitor.field(words.email)?.readOnly).to.equal(true);
    await until(
      () => document.activeElement === visitor.field(words.newPasswordLabel),
      'The focus is on the new password',
    );
  });

  it('is saved with the keyboard alone', async () => {
    const { visitor } = await forgottenPage(portal());
    await until(() => document.activeElement === visitor.field(words.newPasswordLabel), 'The focus is there');
    for (const key of chosen) await sendKeys({ type: key });
    await sendKeys({ press: 'Enter' });
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(words.passwordSaved);
  });

  it('T14: asks for a fresh code when the first is long ago, and then saves what was typed', async () => {
    const { account, page, visitor } = await forgottenPage(portal());
    portal().clock.advance(numbers.stepUpFresh + 1000);
    await visitor.types(words.newPasswordLabel, chosen);
    await visitor.presses(words.savePassword);
    await visitor.sees(words.checkEmail);
    await visitor.types(words.code, await portal().mailbox.codeFor(account.email));
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(words.passwordSaved);
    expect(page.count('portal-signed-in')).to.equal(1);
  });

  it('is for the account that the visitor chose, where the email has several', async () => {
    const opened = await loginPage(portal());
    const { account, backend, page, visitor } = opened;
    await register(portal(), backend, { name: second, email: account.email });
    await visitor.types(words.email, account.email);
    await visitor.presses(words.forgot);
    await visitor.sees(words.checkEmail);
    await visitor.types(words.code, await portal().mailbox.codeFor(account.email));
    await visitor.presses(words.confirm);
    await visitor.presses(buttonOf(second));
    await visitor.sees(words.newPassword);
    expect(visitor.everything).to.include(fill(words.newPasswordLead, { name: second }));
    expect(page.count('portal-signed-in')).to.equal(1);
  });

  it('is not offered to who only wanted a code', async () => {
    const { account, page, visitor } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    await visitor.presses(words.codeInstead);
    await visitor.sees(words.checkEmail);
    await visitor.types(words.code, await portal().mailbox.codeFor(account.email));
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
    expect(page.count('portal-signed-in')).to.equal(1);
    expect(visitor.field(words.newPasswordLabel)).to.equal(undefined);
  });

  it('is gone with its visitor: the next one logs in as ever', async () => {
    const { account, page, visitor } = await forgottenPage(portal());
    await visitor.types(words.newPasswordLabel, chosen);
    // Elsewhere: this form has no log-out button while it asks.
    const other = await openPage(page.root.getAttribute('backend') ?? '', '<portal-login></portal-login>');
    await other.visitor('portal-login').presses(words.logOut);
    await visitor.sees(words.logIn);
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    await visitor.sees(words.signedIn);
  });
});
