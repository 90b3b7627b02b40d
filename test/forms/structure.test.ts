import { aTimeout, expect } from '@open-wc/testing';
import { answer, useScriptedBackend } from '../support/scripted-backend.ts';
import { flowStarted, portal } from '../support/answers.ts';
import { openPage, type Page } from '../support/page.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();

interface Step {
  /** Fields in order: name, type, autocomplete. */
  fields: [string, string, string][];
  open(page: Page): Promise<void>;
  tag: 'portal-login' | 'portal-signup';
}

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

async function openStep({ tag, open }: Step): Promise<HTMLFormElement> {
  backend.on('readPortal', answer('readPortal', portal));
  backend.on('requestSignInCode', answer('requestSignInCode', flowStarted));
  backend.on('startSignUp', answer('startSignUp', flowStarted));
  // Twice the same element: their fields must not share an id.
  const page = await openPage(backend.url, `<${tag}></${tag}><${tag}></${tag}>`);
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
