import '../support/visible-keepalive.ts';
import { expect } from '@open-wc/testing';
import { loginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { freshEmail } from '../support/register.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

describe('logging in by password', () => {
  it('ends logged in, says so once and without a secret', async () => {
    const { account, page, visitor, requests } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(account.name).and.include(account.email);
    expect(page.count('portal-signed-in')).to.equal(1);
    const [event] = page.events.filter(({ type }) => type === 'portal-signed-in');
    expect(event?.detail).to.have.all.keys('account');
    expect(event?.detail).to.have.property('account').with.all.keys('id', 'name', 'email');
    expect(event?.detail).to.have.nested.property('account.email', account.email);
    expect(requests()).to.deep.equal(['signInWithPassword']);
  });

  it('removes the form, so that browsers offer to save the password', async () => {
    const { account, page, visitor } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    await visitor.sees(words.signedIn);
    expect(page.root.querySelector('form, input')).to.equal(null);
  });

  it('answers a wrong password and an unknown email alike, and keeps what was typed', async () => {
    const { account, page, visitor } = await loginPage(portal());
    for (const email of [account.email, freshEmail()]) {
      await visitor.types(words.email, email);
      await visitor.types(words.password, 'not the password');
      await visitor.presses(words.logIn);
      await visitor.isTold(words.problems['credentials-invalid']);
      expect(visitor.field(words.email)?.value).to.equal(email);
      expect(visitor.field(words.password)?.value).to.equal('not the password');
    }
    expect(page.count('portal-signed-in')).to.equal(0);
  });

  it('asks for what is missing without a request', async () => {
    const { visitor, requests } = await loginPage(portal());
    await visitor.presses(words.logIn);
    await until(() => visitor.isInvalid(words.email), 'The email is marked');
    expect(visitor.note(words.email)).to.equal(words.fields.required);
    expect(visitor.note(words.password)).to.equal(words.fields.required);
    expect(document.activeElement).to.equal(visitor.field(words.email));
    expect(requests()).to.deep.equal([]);
  });

  it('sends one request however often it is submitted', async () => {
    const { account, page, visitor, requests } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    portal().scenario('hang', { endpoint: 'signInWithPassword' });
    const form = page.root.querySelector('form');
    form?.requestSubmit();
    form?.requestSubmit();
    (await until(() => visitor.button(words.working), 'The button shows that it works')).click();
    expect(visitor.isBusy).to.equal(true);
    portal().scenario(undefined);
    await visitor.sees(words.signedIn);
    expect(requests()).to.deep.equal(['signInWithPassword']);
    expect(page.count('portal-signed-in')).to.equal(1);
  });

  it('logs out again, to an empty form', async () => {
    const { account, visitor, requests } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    await visitor.sees(words.signedIn);
    await visitor.presses(words.logOut);
    await visitor.sees(words.logIn);
    expect(visitor.field(words.password)?.value).to.equal('');
    await until(() => requests().includes('endSession'), 'The backend is told');
  });
});
