import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { numbers } from '../../server/src/domain/numbers.ts';
import { buttonOf, familyPage, logInAgain, second, type FamilyPage } from '../support/family-page.ts';
import { loginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { register } from '../support/register.ts';
import { until } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();

/** How often the page was told, and of whom. */
let changes: string[] = [];
const onChange = ({ detail }: CustomEventInit<{ account: { name: string } }>) =>
  void changes.push(detail!.account.name);
beforeEach(() => {
  changes = [];
  document.addEventListener('portal-account-changed', onChange);
});
afterEach(() => document.removeEventListener('portal-account-changed', onChange));

const used = async ({ visitor, picker }: FamilyPage, name: string) => {
  await until(() => visitor.everything.includes(name), `${name} is logged in`);
  await picker.sees(words.accounts);
  await until(() => picker.everything.includes(fill(words.switched, { name })), 'It is announced');
};

/** The proof of the log-in is too old to switch with. */
async function stale(settings = {}): Promise<FamilyPage> {
  const opened = await familyPage(portal(), settings);
  portal().clock.advance(numbers.switchFresh + 1000);
  await opened.picker.presses(buttonOf(second));
  await opened.picker.sees(fill(words.switchTo, { name: second }));
  return opened;
}

describe('switching between accounts', () => {
  it('shows who is logged in and the other account, and goes there with one press', async () => {
    const opened = await familyPage(portal());
    const { account, page, picker, requests } = opened;
    expect(picker.everything).to.include(fill(words.severalAccounts, { email: account.email }));
    expect(picker.button(buttonOf(account.name)), 'the one in use cannot be pressed').to.equal(undefined);
    const current = page.element('portal-account-picker').shadowRoot?.querySelector('[aria-current=true]');
    expect(current?.textContent).to.include(account.name).and.to.include(words.inUse);
    await picker.presses(buttonOf(second));
    await used(opened, second);
    expect(changes).to.deep.equal([second]);
    expect(page.count('portal-signed-in'), 'of the log-in alone').to.equal(1);
    expect(requests().filter((name) => name === 'switchAccount')).to.have.length(1);
    await picker.presses(buttonOf(account.name));
    await used(opened, account.name);
    expect(changes).to.deep.equal([second, account.name]);
  });

  it('sends one request however often an account is pressed', async () => {
    const opened = await familyPage(portal());
    portal().scenario('hang', { endpoint: 'switchAccount' });
    const button = await until(() => opened.picker.button(buttonOf(second)), 'The account is offered');
    button.click();
    await until(() => opened.picker.isBusy, 'Works');
    button.click();
    button.click();
    portal().scenario(undefined);
    await used(opened, second);
    expect(opened.requests().filter((name) => name === 'switchAccount')).to.have.length(1);
  });

  it('tells accounts of the same name apart by their dates', async () => {
    const { picker } = await familyPage(portal());
    const button = await until(() => picker.button(buttonOf(second)), 'The account is offered');
    expect(button.textContent).to.include(words.createdOn.split('{')[0]);
  });

  it('shows nothing to who has one account', async () => {
    const opened = await loginPage(portal(), {
      content: '<portal-login></portal-login><portal-account-picker></portal-account-picker>',
    });
    await opened.visitor.types(words.email, opened.account.email);
    await opened.visitor.types(words.password, opened.account.password);
    await opened.visitor.presses(words.logIn);
    const picker = opened.page.visitor('portal-account-picker');
    await until(() => opened.requests().includes('readMe') && !picker.isBusy, 'The accounts are known');
    expect(opened.page.element('portal-account-picker').getBoundingClientRect().height).to.equal(0);
  });

  it('says what is wrong when the accounts cannot be had, and asks again with one press', async () => {
    const opened = await loginPage(portal(), {
      content: '<portal-login></portal-login><portal-account-picker></portal-account-picker>',
    });
    const { account, backend, page, visitor } = opened;
    await register(portal(), backend, { name: second, email: account.email });
    portal().scenario('server-error', { endpoint: 'readMe' });
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    const picker = page.visitor('portal-account-picker');
    await picker.presses(buttonOf(account.name));
    await picker.isTold(words.problems.unexpected);
    portal().scenario(undefined);
    await picker.presses(words.retry);
    await until(() => picker.button(buttonOf(second)), 'The list is there');
    expect(picker.alert).to.equal('');
  });

  it('is still the old account when the server cannot be reached, says so, and tries again', async () => {
    const opened = await familyPage(portal());
    const { account, picker, visitor } = opened;
    portal().scenario('down', { endpoint: 'switchAccount' });
    await picker.presses(buttonOf(second));
    await picker.isTold(words.problems.network);
    expect(visitor.everything).to.include(account.name);
    expect(changes).to.deep.equal([]);
    portal().scenario(undefined);
    await picker.presses(words.retry);
    await used(opened, second);
    expect(changes).to.deep.equal([second]);
  });

  it('is empty at once when the visitor logs out, and holds nothing of theirs for the next', async () => {
    const opened = await stale();
    const { page, picker, visitor } = opened;
    await picker.types(words.password, 'half a passw');
    await visitor.presses(words.logOut);
    const element = page.element('portal-account-picker');
    await until(() => element.getBoundingClientRect().height === 0, 'The picker is empty');
    expect(element.querySelector('input')).to.equal(null);
    expect(picker.everything).not.to.include(second);

    await logInAgain(opened);
    portal().clock.advance(numbers.switchFresh + 1000);
    await picker.presses(buttonOf(second));
    expect((await until(() => picker.field(words.password), 'It asks')).value).to.equal('');
  });
});

describe('switching when the log-in was long ago', () => {
  it('asks for the password of the other account, and goes there with it', async () => {
    const opened = await stale();
    const { account, picker, requests } = opened;
    expect(picker.alert, 'nothing went wrong').to.equal('');
    expect(picker.everything).to.include(words.switchLead);
    expect(picker.field(words.email)?.value).to.equal(account.email);
    expect(picker.field(words.email)?.readOnly).to.equal(true);
    await picker.types(words.password, account.password);
    const before = requests().length;
    await picker.presses(words.switchAction);
    await used(opened, second);
    expect(changes).to.deep.equal([second]);
    expect(requests().slice(before)).to.deep.equal(['switchAccount', 'readMe']);
  });

  it('keeps what was typed when the password is wrong, and switches nothing', async () => {
    const opened = await stale();
    const { picker } = opened;
    await picker.types(words.password, 'not the password');
    await picker.presses(words.switchAction);
    await picker.isTold(words.problems['credentials-invalid']);
    expect(picker.field(words.password)?.value).to.equal('not the password');
    expect(changes).to.deep.equal([]);
    await picker.types(words.password, opened.account.password);
    await picker.presses(words.switchAction);
    await used(opened, second);
  });

  it('takes an emailed code instead; what the password field held is there on the way back', async () => {
    const opened = await stale();
    const { account, picker } = opened;
    await picker.types(words.password, 'half a passw');
    await picker.presses(words.codeInstead);
    await picker.sees(words.checkEmail);
    await picker.presses(words.back);
    await until(() => picker.field(words.password)?.value === 'half a passw', 'What was typed is there');
    portal().clock.advance(numbers.resendCoolDown);
    await picker.presses(words.codeInstead);
    await picker.sees(words.checkEmail);
    await picker.types(words.code, await portal().mailbox.codeFor(account.email));
    await picker.presses(words.confirm);
    await used(opened, second);
    expect(changes).to.deep.equal([second]);
  });

  it('goes on behind the code when only the switch after it failed', async () => {
    const opened = await stale();
    const { account, picker, requests } = opened;
    await picker.presses(words.codeInstead);
    await picker.sees(words.checkEmail);
    portal().scenario('server-error', { endpoint: 'switchAccount' });
    await picker.types(words.code, await portal().mailbox.codeFor(account.email));
    await picker.presses(words.confirm);
    await picker.isTold(words.problems.unexpected);
    portal().scenario(undefined);
    await picker.presses(words.retry);
    await used(opened, second);
    expect(requests().filter((name) => name === 'verifyStepUpCode')).to.have.length(1);
  });

  it('offers a code alone where the business has no passwords', async () => {
    const opened = await stale({ methods: ['code'] });
    const { account, picker } = opened;
    expect(picker.everything).to.include(words.switchLead);
    expect(picker.field(words.password)).to.equal(undefined);
    portal().clock.advance(numbers.resendCoolDown);
    await picker.presses(words.sendCode);
    await picker.sees(words.checkEmail);
    await picker.types(words.code, await portal().mailbox.codeFor(account.email));
    await picker.presses(words.confirm);
    await used(opened, second);
  });

  it('goes back to the list with one press', async () => {
    const { picker, requests } = await stale();
    await picker.presses(words.back);
    await picker.sees(words.accounts);
    expect(requests().at(-1)).to.equal('switchAccount');
    expect(changes).to.deep.equal([]);
  });

  it('is done with the keyboard alone, and the focus is always where the visitor goes on', async () => {
    const opened = await familyPage(portal());
    const { account, page, picker } = opened;
    const element = page.element('portal-account-picker');
    portal().clock.advance(numbers.switchFresh + 1000);
    (await until(() => picker.button(buttonOf(second)), 'The account is offered')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => picker.field(words.password) === document.activeElement, 'Focus on the password');
    for (const key of account.password) await sendKeys({ type: key });
    await sendKeys({ press: 'Enter' });
    await used(opened, second);
    await until(() => element.shadowRoot?.activeElement?.matches('.header'), 'Focus on the list');
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement).to.equal(picker.button(buttonOf(account.name)));
  });
});

describe('an element that leaves the page while it switches', () => {
  it('comes back with the list, of whoever is logged in then', async () => {
    const opened = await familyPage(portal());
    const { page, picker, requests, visitor } = opened;
    portal().scenario('hang', { endpoint: 'switchAccount' });
    await picker.presses(buttonOf(second));
    await until(() => requests().includes('switchAccount'), 'The request is on its way');
    const element = page.element('portal-account-picker');
    const parent = element.parentElement!;
    element.remove();
    portal().scenario(undefined);
    await until(() => visitor.everything.includes(second), 'What was asked for has happened');
    parent.append(element);
    await until(() => picker.button(buttonOf(opened.account.name)), 'The list is there');
    await until(() => !picker.isBusy, 'Nothing is under way any more');
    expect(changes).to.deep.equal([second]);
  });
});
