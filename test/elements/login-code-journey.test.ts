import { expect } from '@open-wc/testing';
import { PortalClient } from '../../src/api/portal-client.ts';
import { RecordStorage } from '../../src/session/record-storage.ts';
import { SessionStore } from '../../src/session/session-store.ts';
import { numbers } from '../../server/src/domain/numbers.ts';
import { loginPage, type LoginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { freshEmail } from '../support/register.ts';
import { travel } from '../support/travel.ts';
import { until } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();

/** The page of somebody who has asked for a code, and the code that came. */
async function codePage(): Promise<LoginPage & { code: string }> {
  const opened = await loginPage(portal());
  await opened.visitor.types(words.email, opened.account.email);
  await opened.visitor.presses(words.codeInstead);
  await opened.visitor.sees(words.checkEmail);
  return { ...opened, code: await portal().mailbox.codeFor(opened.account.email) };
}

/** As long, but not the same. */
const otherThan = (code: string) => (code.startsWith('1') ? '2' : '1') + code.slice(1);

const attemptsLeft = (left: number) =>
  left === 1 ? (words.attemptsLeft.one ?? '') : fill(words.attemptsLeft.other, { left });

describe('logging in by code', () => {
  it('asks for the code with one press, and ends logged in', async () => {
    const { code, page, visitor, requests } = await codePage();
    await visitor.types(words.code, code);
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
    expect(page.count('portal-signed-in')).to.equal(1);
    expect(requests()).to.deep.equal(['requestSignInCode', 'verifySignInCode']);
  });

  it('brings up the keyboard for digits, and is filled in from messages', async () => {
    const { visitor } = await codePage();
    const field = visitor.field(words.code)!;
    const [keyboard, filled] = ['inputmode', 'autocomplete'].map((name) => field.getAttribute(name));
    expect([keyboard, filled]).to.deep.equal(['numeric', 'one-time-code']);
  });

  it('tells the page’s scripts which step is shown and what failed, and nothing that was typed', async () => {
    const heard: string[] = [];
    const hear = (event: Event) =>
      heard.push(`${event.type} ${JSON.stringify((event as CustomEvent<unknown>).detail)}`);
    const kinds = ['portal-step-changed', 'portal-failed'];
    for (const kind of kinds) addEventListener(kind, hear);
    try {
      const { code, visitor } = await codePage();
      await visitor.types(words.code, otherThan(code));
      await visitor.presses(words.confirm);
      await until(() => visitor.isInvalid(words.code), 'The wrong code is marked');
      await visitor.types(words.code, code);
      await visitor.presses(words.confirm);
      await visitor.sees(words.signedIn);
    } finally {
      for (const kind of kinds) removeEventListener(kind, hear);
    }
    expect(heard).to.deep.equal([
      'portal-step-changed {"step":"password"}',
      'portal-step-changed {"step":"request-code"}',
      'portal-step-changed {"step":"enter-code"}',
      'portal-failed {"code":"code-invalid"}',
      'portal-step-changed {"step":"signed-in"}',
    ]);
  });

  it('begins anew for who logged in, and out again, in another tab: the code may be used up', async () => {
    const { account, backend, visitor } = await codePage();
    const tab = new SessionStore(new PortalClient(backend), new RecordStorage(backend));
    const { email, password } = account;
    expect((await tab.signInWithPassword({ email, password })).ok).to.equal(true);
    await visitor.sees(words.signedIn);
    await tab.signOut();
    await visitor.sees(words.logIn);
    expect(visitor.everything).not.to.include(words.checkEmail);
    expect(visitor.field(words.code)).to.equal(undefined);
    await visitor.types(words.email, account.email);
    await visitor.presses(words.sendCode);
    await visitor.sees(words.checkEmail);
  });

  it('asks for the email first when there is none', async () => {
    const { account, visitor, requests } = await loginPage(portal());
    await visitor.presses(words.forgot);
    await until(() => visitor.button(words.sendCode), 'The form asks for the email only');
    expect(requests()).to.deep.equal([]);
    await visitor.types(words.email, account.email);
    await visitor.presses(words.sendCode);
    await visitor.sees(words.checkEmail);
  });

  it('shows the sign that the mail shows, and the email as a field for password managers', async () => {
    const { account, visitor } = await codePage();
    const mail = await portal().mailbox.latest(account.email);
    const tag = /\b[A-Z0-9]{2}\b/.exec(visitor.everything.split(words.checkEmail)[1] ?? '')?.[0];
    expect(tag).to.be.a('string');
    expect(mail?.text).to.include(tag ?? '');
    expect(visitor.field(words.email)?.value).to.equal(account.email);
    expect(visitor.field(words.email)?.readOnly).to.equal(true);
  });

  it('tells nothing about an email that has no account', async () => {
    const { visitor } = await loginPage(portal());
    await visitor.types(words.email, freshEmail());
    await visitor.presses(words.codeInstead);
    await visitor.sees(words.checkEmail);
    expect(visitor.alert).to.equal('');
  });

  it('takes the code out of a pasted sentence', async () => {
    const { code, visitor } = await codePage();
    await visitor.types(words.code, `Your code is ${code.slice(0, 3)} ${code.slice(3)}.`);
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
  });

  it('says at the field that a code is wrong and how many tries are left; the right one still works', async () => {
    const { code, visitor } = await codePage();
    for (const left of [numbers.attemptsPerFlow - 1, numbers.attemptsPerFlow - 2]) {
      await visitor.types(words.code, otherThan(code));
      await visitor.presses(words.confirm);
      await until(() => visitor.note(words.code).includes(attemptsLeft(left)), `${left} tries are left`);
      expect(visitor.isInvalid(words.code)).to.equal(true);
      expect(document.activeElement).to.equal(visitor.field(words.code));
    }
    await visitor.types(words.code, code);
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
  });

  it('ends the request after the last wrong code, even for the right one, and starts again with the email', async () => {
    const { account, code, visitor } = await codePage();
    for (let tries = 1; tries <= numbers.attemptsPerFlow; tries++) {
      await visitor.types(words.code, otherThan(code));
      await visitor.presses(words.confirm);
      const left = numbers.attemptsPerFlow - tries;
      if (left > 0) await until(() => visitor.note(words.code).includes(attemptsLeft(left)), `${left} left`);
    }
    await visitor.isTold(words.problems['attempts-exhausted']);
    expect(visitor.field(words.code)).to.equal(undefined);
    await visitor.presses(words.startAgain);
    await until(() => visitor.button(words.sendCode), 'The form asks for the email');
    expect(visitor.field(words.email)?.value).to.equal(account.email);
  });

  it('tells that the server finds a code expired', async () => {
    const { code, visitor } = await codePage();
    portal().clock.advance(numbers.codeLife['sign-in']);
    await visitor.types(words.code, code);
    await visitor.presses(words.confirm);
    await visitor.isTold(words.problems['code-expired']);
    expect(visitor.note(words.code), 'It is said once').to.equal('');
    expect(visitor.field(words.code)?.value).to.equal(code);
  });

  it('says once that the code has expired, to who does not see the note, and nothing while it counts down', async () => {
    const { page, visitor } = await codePage();
    const login = page.element('portal-login');
    const heard: string[] = [];
    const status = login.shadowRoot!.querySelector('[role=status]')!;
    const listen = new MutationObserver(() => heard.push(visitor.heard));
    listen.observe(status, { childList: true, characterData: true, subtree: true });
    const note = visitor.note(words.code);
    travel(60_000);
    await until(() => visitor.note(words.code) !== note, 'It counts down');
    expect(heard).to.deep.equal([]);
    travel(numbers.codeLife['sign-in']);
    await until(() => heard.length > 0, 'Something is said');
    // Whatever draws it again says nothing again.
    login.setAttribute('heading-level', '3');
    await until(() => login.shadowRoot!.querySelector('[aria-level="3"]'), 'It is drawn again');
    expect(heard).to.deep.equal([words.problems['code-expired']]);
    listen.disconnect();
  });

  it('offers a new code by itself once the old one has expired; the new one works', async () => {
    const { account, code, visitor } = await codePage();
    travel(numbers.codeLife['sign-in']);
    await until(() => visitor.note(words.code) === words.problems['code-expired'], 'The note says so');
    await visitor.presses(words.resend);
    await until(() => visitor.button(words.confirm), 'The form asks for a code again');
    const renewed = await portal().mailbox.codeFor(account.email);
    expect(renewed).not.to.equal(code);
    await visitor.types(words.code, renewed);
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
    const mails = (await portal().mailbox.all()).filter(({ to }) => to === account.email);
    expect(mails.filter(({ text }) => text.includes(renewed))).to.have.length(1);
  });

  it('sends a new code only after the cool-down, and the earlier one no longer works', async () => {
    const { account, code, visitor, requests } = await codePage();
    const early = await until(
      () => visitor.button(fill(words.resendIn, { wait: '' })),
      'The button counts down',
    );
    expect(early.getAttribute('aria-disabled')).to.equal('true');
    early.click();
    expect(requests()).to.deep.equal(['requestSignInCode']);

    travel(numbers.resendCoolDown);
    await until(
      () => visitor.button(words.resend)?.getAttribute('aria-disabled') === 'false',
      'It may be pressed',
    );
    await visitor.presses(words.resend);
    await until(() => visitor.everything.includes(words.resent), 'Says that a new code is on its way');

    await visitor.types(words.code, code);
    await visitor.presses(words.confirm);
    await until(() => visitor.isInvalid(words.code), 'The earlier code is refused');
    await visitor.types(words.code, await portal().mailbox.codeFor(account.email));
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
  });

  it('goes back to another email with one press', async () => {
    const { visitor } = await codePage();
    await visitor.presses(words.otherEmail);
    await until(() => visitor.button(words.sendCode), 'The form asks for the email');
  });
});
