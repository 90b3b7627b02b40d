import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { loginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

/** One call for each key: of equal keys in one call WebKit's driver types only the first. */
async function typeKeys(text: string) {
  for (const key of text) await sendKeys({ type: key });
}

describe('with the keyboard alone', () => {
  it('logs in by password from the email field on', async () => {
    const { account, visitor } = await loginPage(portal());
    (await until(() => visitor.field(words.email), 'There is a form')).focus();
    await typeKeys(account.email);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(visitor.field(words.password));
    await typeKeys(account.password);
    await sendKeys({ press: 'Enter' });
    await visitor.sees(words.signedIn);
  });

  it('finds the focus in the code field, and after a wrong code there again with its text selected', async () => {
    const { account, visitor } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    const button = await until(() => visitor.button(words.codeInstead), 'A code is offered');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await visitor.sees(words.checkEmail);
    await until(() => document.activeElement === visitor.field(words.code), 'The focus is in the code field');
    const code = await portal().mailbox.codeFor(account.email);
    await typeKeys((code.startsWith('1') ? '2' : '1') + code.slice(1));
    await sendKeys({ press: 'Enter' });
    await until(() => visitor.isInvalid(words.code), 'The code is refused');
    await until(() => document.activeElement === visitor.field(words.code), 'The focus is back');
    // What is selected is replaced by the first key.
    await typeKeys(code);
    expect(visitor.field(words.code)?.value).to.equal(code);
    await sendKeys({ press: 'Enter' });
    await visitor.sees(words.signedIn);
  });

  it('has the focus on the alert when something fails as a whole', async () => {
    const { account, page, visitor } = await loginPage(portal());
    portal().scenario('down', { endpoint: 'signInWithPassword' });
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await sendKeys({ press: 'Enter' });
    await visitor.isTold(words.problems.network);
    const focused = () => page.element('portal-login').shadowRoot?.activeElement?.getAttribute('role');
    await until(() => focused() === 'alert', 'The alert has the focus');
    portal().scenario(undefined);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await visitor.sees(words.signedIn);
  });
});
