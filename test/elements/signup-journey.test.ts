import { expect } from '@open-wc/testing';
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { freshEmail, password, register } from '../support/register.ts';
import { until, type Visitor } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();

async function signUpPage(settings?: Partial<BusinessSettings>) {
  const backend = await portal().addBusiness(settings);
  const page = await openPage(backend, '<portal-signup></portal-signup>');
  const visitor = page.visitor('portal-signup');
  const before = portal().requests.length;
  const requests = (): EndpointName[] =>
    portal()
      .requests.slice(before)
      .filter((name) => name !== 'readPortal');
  return { backend, page, visitor, requests };
}

async function fillIn(visitor: Visitor, person: { name: string; email: string; password: string }) {
  await visitor.types(words.name, person.name);
  await visitor.types(words.email, person.email);
  await visitor.types(words.password, person.password);
  await visitor.presses(words.createAccount);
}

async function enterCode(visitor: Visitor, email: string) {
  await visitor.sees(words.checkEmail);
  await visitor.types(words.code, await portal().mailbox.codeFor(email));
  await visitor.presses(words.confirm);
}

describe('signing up', () => {
  it('ends logged in after the code from the mail, and says so once each', async () => {
    const person = { name: 'Ada Baker', email: freshEmail(), password };
    const { page, visitor, requests } = await signUpPage();
    await fillIn(visitor, person);
    await enterCode(visitor, person.email);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(person.name).and.include(person.email);
    expect(page.count('portal-signed-up')).to.equal(1);
    expect(page.count('portal-signed-in')).to.equal(1);
    expect(requests()).to.deep.equal(['startSignUp', 'verifySignUp']);
  });

  it('says everything that is wrong at once, at its field', async () => {
    const { visitor, requests } = await signUpPage();
    const min = 8;
    await until(
      () => visitor.note(words.password) === fill(words.passwordHint, { min }),
      'The rule is known',
    );
    await fillIn(visitor, { name: 'Ada', email: 'not an email', password: 'short' });
    await until(
      () => visitor.note(words.password) === fill(words.fields['password-too-short'], { min }),
      'The error stands at the field',
    );
    expect(visitor.note(words.email)).to.equal(words.fields['email-invalid']);
    expect(requests()).to.deep.equal(['startSignUp']);
  });

  it('shows what the server finds at its field, and keeps all that was typed', async () => {
    const person = { name: 'Ada Baker', email: 'ada at mail', password: 'password123' };
    const { visitor } = await signUpPage();
    await fillIn(visitor, person);
    await until(() => visitor.isInvalid(words.email), 'The email is marked');
    expect(visitor.note(words.email)).to.equal(words.fields['email-invalid']);
    expect(visitor.field(words.name)?.value).to.equal(person.name);
    expect(visitor.field(words.email)?.value).to.equal(person.email);
    expect(visitor.field(words.password)?.value).to.equal(person.password);

    await fillIn(visitor, { ...person, email: freshEmail() });
    await until(() => visitor.isInvalid(words.password), 'The password is marked');
    expect(visitor.note(words.password)).to.equal(words.fields['password-common']);
    expect(visitor.isInvalid(words.email)).to.equal(false);
  });

  it('makes a second account of the same email where the business allows it', async () => {
    const { backend, visitor } = await signUpPage({ allowDuplicateAccounts: true });
    const { email } = await register(portal(), backend, { name: 'Ada at home' });
    await fillIn(visitor, { name: 'Ada at work', email, password });
    await enterCode(visitor, email);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include('Ada at work');
  });

  it('leads to the account that exists where the business allows only one, after the proof and not before', async () => {
    const { backend, page, visitor } = await signUpPage({ allowDuplicateAccounts: false });
    const { email } = await register(portal(), backend, { name: 'Ada at home' });
    await fillIn(visitor, { name: 'Ada at work', email, password });
    await enterCode(visitor, email);
    await visitor.sees(words.choose);
    expect(visitor.everything).to.include(fill(words.alreadyRegistered, { email }));
    await visitor.presses('A Ada at home');
    await visitor.sees(words.signedIn);
    expect(page.count('portal-signed-up')).to.equal(0);
    expect(page.count('portal-signed-in')).to.equal(1);
  });

  it('hands over to the log-in form, with the email, where the business wants a log-in', async () => {
    const person = { name: 'Ada Baker', email: freshEmail(), password };
    const { page, visitor } = await signUpPage({ signInAfterSignUp: false });
    await fillIn(visitor, person);
    await enterCode(visitor, person.email);
    await visitor.sees(words.verified);
    expect(page.count('portal-signed-up')).to.equal(1);
    expect(page.count('portal-signed-in')).to.equal(0);
    await visitor.presses(words.logIn);
    await until(() => page.root.querySelector('portal-login'), 'The log-in form stands here now');
    const login = page.visitor('portal-login');
    await until(() => login.field(words.email)?.value === person.email, 'The email came along');
    await login.types(words.password, person.password);
    await login.presses(words.logIn);
    await login.sees(words.signedIn);
  });
});
