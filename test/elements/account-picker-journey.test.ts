import { expect } from '@open-wc/testing';
import { loginPage, type LoginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { register } from '../support/register.ts';
import { until } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();

/** Two accounts on one email, the password of both typed in. */
async function toTheChoice(content?: string): Promise<LoginPage> {
  const opened = await loginPage(portal(), content === undefined ? {} : { content });
  await register(portal(), opened.backend, { name: 'Second Account', email: opened.account.email });
  await opened.visitor.types(words.email, opened.account.email);
  await opened.visitor.types(words.password, opened.account.password);
  await opened.visitor.presses(words.logIn);
  return opened;
}

/** What is read on the button of an account: the initial, then the name. */
const second = 'S Second Account';

describe('choosing between two accounts', () => {
  it('offers both inside the log-in form, and logs into the chosen one', async () => {
    const { account, page, visitor } = await toTheChoice();
    await visitor.sees(words.choose);
    expect(visitor.everything).to.include(fill(words.severalAccounts, { email: account.email }));
    expect(visitor.everything).to.include(account.name);
    expect(page.count('portal-signed-in')).to.equal(0);
    await visitor.presses(second);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include('Second Account');
    expect(page.count('portal-signed-in')).to.equal(1);
  });

  it('T21: shows a name as text, whatever markup it holds', async () => {
    const name = '<img src=x onerror="window.isAttacked=true">';
    const opened = await loginPage(portal());
    await register(portal(), opened.backend, { name, email: opened.account.email });
    await opened.visitor.types(words.email, opened.account.email);
    await opened.visitor.types(words.password, opened.account.password);
    await opened.visitor.presses(words.logIn);
    await opened.visitor.sees(words.choose);
    expect(opened.visitor.everything).to.include(name);
    await opened.visitor.presses(`< ${name}`);
    await opened.visitor.sees(words.signedIn);
    expect(opened.visitor.everything).to.include(name);
    expect(opened.page.root.querySelector('img')).to.equal(null);
    expect('isAttacked' in window).to.equal(false);
  });

  it('offers them in the page’s own picker instead, and both elements follow', async () => {
    const { page, visitor } = await toTheChoice(
      '<portal-login></portal-login><portal-account-picker></portal-account-picker>',
    );
    const picker = page.visitor('portal-account-picker');
    await picker.sees(words.choose);
    await until(() => visitor.everything.includes(words.chooseElsewhere), 'The form points to the picker');
    expect(visitor.button(second)).to.equal(undefined);
    await picker.presses(second);
    await visitor.sees(words.signedIn);
    await picker.sees(words.accounts);
    expect(page.count('portal-signed-in')).to.equal(1);
  });

  it('opens the gate only when the choice is made', async () => {
    const { page, visitor } = await toTheChoice(
      '<portal-login></portal-login><portal-gate when="signed-in"><p>Members only</p></portal-gate>',
    );
    const content = page.element('portal-gate p');
    await visitor.sees(words.choose);
    expect(content.checkVisibility({ visibilityProperty: true })).to.equal(false);
    await visitor.presses(second);
    await until(() => content.checkVisibility({ visibilityProperty: true }), 'The content is shown');
  });

  it('goes back to the form with one press, and nobody is logged in', async () => {
    const { page, visitor } = await toTheChoice();
    await visitor.sees(words.choose);
    await visitor.presses(words.otherEmail);
    await visitor.sees(words.logIn);
    expect(page.count('portal-signed-in')).to.equal(0);
  });

  it('sends one request however often an account is pressed', async () => {
    const { visitor, requests } = await toTheChoice();
    await visitor.sees(words.choose);
    portal().scenario('hang', { endpoint: 'chooseAccount' });
    const button = await until(() => visitor.button(second), 'The account is offered');
    button.click();
    button.click();
    await until(() => visitor.isBusy, 'Works');
    button.click();
    portal().scenario(undefined);
    await visitor.sees(words.signedIn);
    expect(requests().filter((name) => name === 'chooseAccount')).to.have.length(1);
  });
});
