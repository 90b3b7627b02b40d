import { expect } from '@open-wc/testing';
import { numbers } from '../../server/src/domain/numbers.ts';
import { buttonOf, familyPage, second } from '../support/family-page.ts';
import { forgottenPage } from '../support/forgotten-page.ts';
import { loginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { freshEmail, password, register } from '../support/register.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

/** Colours on their way from one state to the next are nobody's design. */
async function expectAccessible(element: HTMLElement) {
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await expect(element).to.be.accessible();
}

/** In what a sentence stands: what is read by itself, what is read with a field that is wrong, or just text. */
function standsIn(element: HTMLElement, sentence: string): string[] {
  const texts = [element, element.shadowRoot!].flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Element[] = [];
    while (walker.nextNode())
      if (walker.currentNode.textContent!.includes(sentence)) found.push(walker.currentNode.parentElement!);
    return found;
  });
  return texts.map((text) => {
    const isNote = element.querySelector(`[aria-invalid=true][aria-describedby~="${text.id}"]`);
    return text.closest('[role]')?.getAttribute('role') ?? (isNote ? 'note' : 'text');
  });
}

describe('an error', () => {
  it('is said once: with its field, or by itself', async () => {
    const { account, page, visitor } = await loginPage(portal());
    const where = (sentence: string) => standsIn(page.element('portal-login'), sentence);
    await visitor.presses(words.logIn);
    await until(() => visitor.isInvalid(words.email), 'Errors at fields');
    expect(where(words.fields.required)).to.deep.equal(['note', 'note']);
    expect(visitor.field(words.email)).to.equal(document.activeElement);

    await visitor.types(words.email, account.email);
    await visitor.types(words.password, 'not the password');
    await visitor.presses(words.logIn);
    await visitor.isTold(words.problems['credentials-invalid']);
    expect(where(words.problems['credentials-invalid'])).to.deep.equal(['alert']);
    expect(where(words.fields.required)).to.deep.equal([]);

    await visitor.presses(words.codeInstead);
    await visitor.sees(words.checkEmail);
    await visitor.types(words.code, '000000');
    await visitor.presses(words.confirm);
    await until(() => visitor.isInvalid(words.code), 'The code is refused');
    expect(where(words.problems['code-invalid'])).to.deep.equal(['note']);
    expect(visitor.field(words.code)).to.equal(document.activeElement);
  });
});

describe('accessibility, checked by axe in each state', () => {
  it('log-in: form, errors at fields, alert, code, wrong code, logged in', async () => {
    const { account, page, visitor } = await loginPage(portal());
    const login = page.element('portal-login');
    await until(() => visitor.field(words.email), 'There is a form');
    await expectAccessible(login);

    await visitor.presses(words.logIn);
    await until(() => visitor.isInvalid(words.email), 'Errors at fields');
    await expectAccessible(login);

    await visitor.types(words.email, account.email);
    await visitor.types(words.password, 'not the password');
    await visitor.presses(words.logIn);
    await visitor.isTold(words.problems['credentials-invalid']);
    await expectAccessible(login);

    await visitor.presses(words.codeInstead);
    await visitor.sees(words.checkEmail);
    await expectAccessible(login);

    await visitor.types(words.code, 'no code');
    await visitor.presses(words.confirm);
    await until(() => visitor.isInvalid(words.code), 'The code is refused');
    await expectAccessible(login);

    await visitor.types(words.code, await portal().mailbox.codeFor(account.email));
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
    await expectAccessible(login);
  });

  it('sign-up: form, code', async () => {
    const email = freshEmail();
    const page = await openPage(await portal().addBusiness(), '<portal-signup></portal-signup>');
    const visitor = page.visitor('portal-signup');
    await until(() => visitor.field(words.name), 'There is a form');
    await expectAccessible(page.element('portal-signup'));
    await visitor.types(words.name, 'Ada');
    await visitor.types(words.email, email);
    await visitor.types(words.password, password);
    await visitor.presses(words.createAccount);
    await visitor.sees(words.checkEmail);
    await expectAccessible(page.element('portal-signup'));
  });

  it('the choice of accounts, inside the form and in the picker', async () => {
    for (const content of ['', '<portal-account-picker></portal-account-picker>']) {
      const { account, backend, page, visitor } = await loginPage(portal(), {
        content: `<portal-login></portal-login>${content}`,
      });
      await register(portal(), backend, { email: account.email });
      await visitor.types(words.email, account.email);
      await visitor.types(words.password, account.password);
      await visitor.presses(words.logIn);
      const chooser = content ? 'portal-account-picker' : 'portal-login';
      await page.visitor(chooser).sees(words.choose);
      await expectAccessible(page.root);
    }
  });

  it('switching: the list, the password, a refused one, the code', async () => {
    const { page, picker } = await familyPage(portal());
    await expectAccessible(page.root);
    portal().clock.advance(numbers.switchFresh + 1000);
    await picker.presses(buttonOf(second));
    await until(() => picker.field(words.password), 'Asks for the password');
    await expectAccessible(page.root);
    await picker.types(words.password, 'not the password');
    await picker.presses(words.switchAction);
    await picker.isTold(words.problems['credentials-invalid']);
    await expectAccessible(page.root);
    await picker.presses(words.codeInstead);
    await picker.sees(words.checkEmail);
    await expectAccessible(page.root);
  });

  it('a new password after "Forgot your password?", and one that is refused', async () => {
    const { page, visitor } = await forgottenPage(portal());
    await expectAccessible(page.element('portal-login'));
    await visitor.types(words.newPasswordLabel, 'short');
    await visitor.presses(words.savePassword);
    await until(() => visitor.isInvalid(words.newPasswordLabel), 'It is refused');
    await expectAccessible(page.element('portal-login'));
  });
});
