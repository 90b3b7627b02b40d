import { expect } from '@open-wc/testing';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { loginPage, type LoginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { freshEmail, password } from '../support/register.ts';
import { travel } from '../support/travel.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

/** Faults that end a request, and what the visitor is told. */
const told: [ScenarioName, string][] = [
  ['down', words.problems.network],
  ['cors-refused', words.problems.network],
  ['server-error', words.problems.unexpected],
  ['malformed', words.problems.unexpected],
  ['wrong-type', words.problems.unexpected],
  ['rate-limited', words.problems['rate-limited']],
];

async function submit({ account, visitor }: LoginPage) {
  await visitor.types(words.email, account.email);
  await visitor.types(words.password, account.password);
  await visitor.presses(words.logIn);
}

describe('when the network or the backend fails', () => {
  for (const [name, sentence] of told) {
    it(`${name}: tells it, keeps what was typed, and the same form works afterwards`, async () => {
      const opened = await loginPage(portal());
      const { account, page, visitor } = opened;
      portal().scenario(name, { endpoint: 'signInWithPassword' });
      await submit(opened);
      await visitor.isTold(sentence);
      expect(visitor.field(words.email)?.value).to.equal(account.email);
      expect(visitor.field(words.password)?.value).to.equal(account.password);
      expect(page.count('portal-failed')).to.equal(1);
      portal().scenario(undefined);
      // Past whatever wait was asked for.
      travel(60_000);
      await visitor.presses(words.logIn);
      await visitor.sees(words.signedIn);
      expect(page.count('portal-signed-in')).to.equal(1);
    });
  }

  for (const name of ['slow', 'hang'] as const) {
    it(`${name}: shows that it works, and goes on with the answer`, async () => {
      const opened = await loginPage(portal());
      const { account, page, visitor } = opened;
      portal().scenario(name, { endpoint: 'signInWithPassword' });
      await submit(opened);
      await until(() => visitor.button(words.working), 'The button shows that it works');
      expect(visitor.field(words.email)?.value).to.equal(account.email);
      portal().scenario(undefined);
      await visitor.sees(words.signedIn);
      expect(page.count('portal-failed')).to.equal(0);
    });
  }

  it('repeats the request on "Try again", with what is in the form', async () => {
    const opened = await loginPage(portal());
    portal().scenario('down', { endpoint: 'signInWithPassword' });
    await submit(opened);
    await opened.visitor.isTold(words.problems.network);
    portal().scenario(undefined);
    await opened.visitor.presses(words.retry);
    await opened.visitor.sees(words.signedIn);
  });

  it('lets a visitor who has to wait send nothing before the wait is over', async () => {
    const opened = await loginPage(portal());
    const { page, requests, visitor } = opened;
    portal().scenario('rate-limited', { endpoint: 'signInWithPassword' });
    await submit(opened);
    await visitor.isTold(words.problems['rate-limited']);
    page.root.querySelector('form')?.requestSubmit();
    expect(visitor.isBusy).to.equal(false);
    expect(requests()).to.deep.equal(['signInWithPassword']);
  });

  it('keeps a whole sign-up typed in through a failure', async () => {
    const person = { name: 'Ada Baker', email: freshEmail(), password };
    const page = await openPage(await portal().addBusiness(), '<portal-signup></portal-signup>');
    const visitor = page.visitor('portal-signup');
    portal().scenario('down', { endpoint: 'startSignUp' });
    await visitor.types(words.name, person.name);
    await visitor.types(words.email, person.email);
    await visitor.types(words.password, person.password);
    await visitor.presses(words.createAccount);
    await visitor.isTold(words.problems.network);
    expect(visitor.field(words.name)?.value).to.equal(person.name);
    expect(visitor.field(words.password)?.value).to.equal(person.password);
    portal().scenario(undefined);
    await visitor.presses(words.retry);
    await visitor.sees(words.checkEmail);
  });

  it('works although the public facts cannot be read', async () => {
    portal().scenario('down', { endpoint: 'readPortal' });
    const opened = await loginPage(portal());
    await submit(opened);
    await opened.visitor.sees(words.signedIn);
  });
});

describe('leaving the page while a request is under way', () => {
  it('applies nothing, tells nothing, and the element works when it comes back', async () => {
    const opened = await loginPage(portal());
    const { page, visitor } = opened;
    const login = page.element('portal-login');
    portal().scenario('hang', { endpoint: 'signInWithPassword' });
    await submit(opened);
    await until(() => visitor.isBusy, 'Works');
    login.remove();
    page.root.append(login);
    await until(() => !visitor.isBusy, 'Rests again');
    expect(visitor.heading).to.equal(words.logIn);
    expect(page.count('portal-failed')).to.equal(0);
    portal().scenario(undefined);
    await visitor.presses(words.logIn);
    await visitor.sees(words.signedIn);
    expect(page.count('portal-signed-in')).to.equal(1);
  });
});
