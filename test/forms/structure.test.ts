import { aTimeout, expect } from '@open-wc/testing';
import { answer, problem, useScriptedBackend } from '../support/scripted-backend.ts';
import { account, flowStarted, grant, portal } from '../support/answers.ts';
import { openPage, type Page } from '../support/page.ts';
import { fill, words } from '../support/words.ts';

const backend = useScriptedBackend();

interface Step {
  /** Fields in order: name, type, autocomplete. */
  fields: [string, string, string][];
  open(page: Page): Promise<void>;
  tag: 'portal-login' | 'portal-signup' | 'portal-account-picker';
}

const other = { ...account, id: 'account-2', name: 'Bakery Two' };

const email: [string, string, string] = ['email', 'email', 'username'];
const code: [string, string, string] = ['code', 'text', 'one-time-code'];

const steps: Record<string, Step> = {
  'log in by password': {
    tag: 'portal-login',
    fields: [email, ['password', 'password', 'current-password']],
    open: async () => {},
  },
  'ask for a log-in code': {
    tag: 'portal-login',
    fields: [email],
    open: (page) => page.visitor('portal-login').presses(words.codeInstead),
  },
  'enter a log-in code': {
    tag: 'portal-login',
    fields: [email, code],
    async open(page) {
      const visitor = page.visitor('portal-login');
      await visitor.types(words.email, 'ada@example.com');
      await visitor.presses(words.codeInstead);
      await visitor.sees(words.checkEmail);
    },
  },
  'sign up': {
    tag: 'portal-signup',
    fields: [['name', 'text', 'name'], email, ['password', 'password', 'new-password']],
    open: async () => {},
  },
  'choose a new password': {
    tag: 'portal-login',
    fields: [email, ['password', 'password', 'new-password']],
    async open(page) {
      await toTheCode(page);
      const visitor = page.visitor('portal-login');
      await visitor.types(words.code, '123456');
      await visitor.presses(words.confirm);
      await visitor.sees(words.newPassword);
    },
  },
  'switch by password': {
    tag: 'portal-account-picker',
    fields: [email, ['password', 'password', 'current-password']],
    open: toTheOther,
  },
  'enter a code to switch': {
    tag: 'portal-account-picker',
    fields: [email, code],
    async open(page) {
      await toTheOther(page);
      await page.visitor('portal-account-picker').presses(words.codeInstead);
      await page.visitor('portal-account-picker').sees(words.checkEmail);
    },
  },
  'enter a sign-up code': {
    tag: 'portal-signup',
    fields: [email, code],
    async open(page) {
      const visitor = page.visitor('portal-signup');
      await visitor.types(words.name, 'Ada Baker');
      await visitor.types(words.email, 'ada@example.com');
      await visitor.types(words.password, 'correct horse battery');
      await visitor.presses(words.createAccount);
      await visitor.sees(words.checkEmail);
    },
  },
};

/** Logged in by another element of the page, with another account to switch to, for which the proof is too old. */
async function toTheOther(page: Page) {
  const login = page.visitor('portal-login');
  await login.types(words.email, account.email);
  await login.types(words.password, 'correct horse battery');
  await login.presses(words.logIn);
  const picker = page.visitor('portal-account-picker');
  await picker.presses(`B ${other.name}`);
  await picker.sees(fill(words.switchTo, { name: other.name }));
}

async function toTheCode(page: Page) {
  const visitor = page.visitor('portal-login');
  await visitor.types(words.email, account.email);
  await visitor.presses(words.forgot);
  await visitor.sees(words.checkEmail);
}

async function openStep({ tag, open }: Step): Promise<HTMLFormElement> {
  backend.on('readPortal', answer('readPortal', portal));
  backend.on('requestSignInCode', answer('requestSignInCode', flowStarted));
  backend.on('startSignUp', answer('startSignUp', flowStarted));
  backend.on('requestStepUpCode', answer('requestStepUpCode', flowStarted));
  const signedIn = { outcome: 'signed-in', grant: grant() } as const;
  backend.on('signInWithPassword', answer('signInWithPassword', signedIn));
  backend.on('verifySignInCode', answer('verifySignInCode', signedIn));
  const accounts = [account, other].map((one) => ({
    ...one,
    createdAt: '2026-01-02T03:04:05.000Z',
    current: one === account,
  }));
  backend.on('readMe', answer('readMe', { account, accounts, apps: [], profile: { missing: [] } }));
  backend.on('switchAccount', problem('step-up-required'));
  // Twice the same element: their fields must not share an id.
  const login = tag === 'portal-account-picker' ? '<portal-login></portal-login>' : '';
  const page = await openPage(backend.url, `<${tag}></${tag}><${tag}></${tag}>${login}`);
  await open(page);
  await aTimeout(0);
  const form = page.element(tag).querySelector<HTMLFormElement>(':scope > form[slot=form]');
  if (!form) throw new Error('No form in the light DOM');
  return form;
}

describe('what password managers find', () => {
  for (const [name, step] of Object.entries(steps)) {
    describe(name, () => {
      it('has the fields in order, with standard names and tokens', async () => {
        const form = await openStep(step);
        const found = [...form.querySelectorAll('input')].map((input) => [
          input.name,
          input.type,
          // Firefox knows the property only for the tokens that it fills itself.
          input.getAttribute('autocomplete'),
        ]);
        expect(found).to.deep.equal(step.fields);
      });

      it('stands in the document, post, with label and input side by side in a field of their own', async () => {
        const form = await openStep(step);
        expect(form.getRootNode() === document).to.equal(true);
        expect(form.method).to.equal('post');
        for (const input of form.querySelectorAll('input')) {
          expect(input.parentElement?.localName).to.equal('portal-field');
          expect(input.parentElement?.querySelectorAll('input').length).to.equal(1);
          expect(input.labels?.length).to.equal(1);
          expect(input.labels?.[0]?.parentElement === input.parentElement).to.equal(true);
          expect(document.querySelectorAll(`[id="${input.id}"]`).length).to.equal(1);
          expect(input.id).to.match(new RegExp(`^${step.tag}-\\d+-${input.name}$`));
          expect(input.form === form).to.equal(true);
        }
      });

      it('has a real submit button with nothing but text in it', async () => {
        const form = await openStep(step);
        const button = form.querySelector('portal-action > button');
        expect(button?.getAttribute('type')).to.equal('submit');
        expect(button?.childElementCount).to.equal(0);
      });

      it('cuts off nothing that is pasted, and needs no placeholder', async () => {
        const form = await openStep(step);
        for (const input of form.querySelectorAll('input')) {
          expect(input.hasAttribute('maxlength')).to.equal(false);
          expect(input.hasAttribute('placeholder')).to.equal(false);
        }
      });
    });
  }

  it('shows whose code is asked for, in a field that cannot be changed', async () => {
    const form = await openStep(steps['enter a log-in code']!);
    const input = form.querySelector<HTMLInputElement>('[name=email]');
    expect(input?.readOnly).to.equal(true);
    expect(input?.value).to.equal('ada@example.com');
    expect(form.querySelector<HTMLInputElement>('[name=code]')?.inputMode).to.equal('numeric');
  });
});
