import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import './test-form.ts';
import type { TestForm } from './test-form.ts';

const open = () => fixture<TestForm>(html`<test-form></test-form>`);

describe('the form in the light DOM', () => {
  it('is a real form that would post', async () => {
    const element = await open();
    expect(element.light?.parentElement === element).to.equal(true);
    expect(element.light?.method).to.equal('post');
    expect(element.light?.slot).to.equal('form');
    expect(element.light?.getAttribute('aria-label')).to.equal('Test');
  });

  it('comes back at once, with what was typed and with the focus, when the page drops it', async () => {
    const element = await open();
    const input = element.input('email');
    input.focus();
    input.value = 'ada@example.com';
    await new Promise((resolve) => setTimeout(resolve, 60)); // past the guard against removal in a loop
    element.replaceChildren(document.createElement('p'));
    await Promise.resolve();
    expect(element.input('email') === input).to.equal(true);
    expect(input.value).to.equal('ada@example.com');
    expect(document.activeElement === input).to.equal(true);
    expect(element.querySelectorAll('form').length).to.equal(1);
  });

  it('does not hang the page when a script keeps removing it', async () => {
    const element = await open();
    let removals = 0;
    const enemy = new MutationObserver(() => {
      if (element.light) removals++;
      element.light?.remove();
    });
    enemy.observe(element, { childList: true });
    element.light?.remove();
    for (let i = 0; i < 5; i++) await nextFrame();
    enemy.disconnect();
    expect(removals).to.be.within(1, 20);
    await nextFrame();
    await nextFrame();
    expect(!!element.light).to.equal(true);
  });

  it('leaves the document when there is no step for it, which is what makes browsers offer to save', async () => {
    const element = await open();
    const form = element.light;
    element.step = undefined;
    await element.updateComplete;
    expect(form?.isConnected).to.equal(false);
    expect(element.querySelectorAll('input').length).to.equal(0);
  });

  it('has what was typed when the visitor comes back to a step', async () => {
    const element = await open();
    element.input('password').value = 'correct horse';
    element.step = 'email';
    await element.updateComplete;
    expect(!!element.querySelector('[name=password]')).to.equal(false);
    element.step = 'password';
    await element.updateComplete;
    expect(element.input('password').value).to.equal('correct horse');
  });

  it('forgets every value when told to', async () => {
    const element = await open();
    element.input('password').value = 'correct horse';
    element.form.forget();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.input('password').value).to.equal('');
  });

  it('takes the place of a form that a snapshot of the page brought along', async () => {
    const element = await fixture<TestForm>(
      html`<test-form
        ><form slot="form"><input name="email" /></form
      ></test-form>`,
    );
    expect(element.querySelectorAll('form').length).to.equal(1);
    expect(element.querySelectorAll('portal-field').length).to.equal(2);
  });

  it('keeps its inputs, and what is in them, when its element is moved', async () => {
    const element = await open();
    const input = element.input('email');
    input.value = 'ada@example.com';
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(element);
    await element.updateComplete;
    expect(element.input('email') === input).to.equal(true);
    expect(input.value).to.equal('ada@example.com');
  });

  it('reads values at submit, the email without white space and the password exactly', async () => {
    const element = await open();
    element.input('email').value = ' ada@example.com ';
    element.input('password').value = ' spaces matter ';
    const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    element.light?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    expect(element.submits).to.deep.equal([{ email: 'ada@example.com', password: ' spaces matter ' }]);
  });

  it('names the required fields that are empty', async () => {
    const element = await open();
    element.input('email').value = '  ';
    element.input('password').value = 'x';
    expect(element.form.missing).to.deep.equal(['email']);
  });
});

describe('a field', () => {
  it('shows and hides the password on request, and hides it before it is sent', async () => {
    const element = await open();
    const input = element.input('password');
    const toggle = input.closest('portal-field')?.shadowRoot?.querySelector('button');
    expect(toggle?.getAttribute('aria-label')).to.equal('Show password');
    expect(toggle?.getAttribute('aria-pressed')).to.equal('false');
    toggle?.click();
    await input.closest('portal-field')?.updateComplete;
    expect(input.type).to.equal('text');
    expect(toggle?.getAttribute('aria-pressed')).to.equal('true');
    element.requestUpdate();
    await element.updateComplete;
    expect(input.type, 'a new render is not the visitor').to.equal('text');
    element.light?.requestSubmit();
    expect(input.type).to.equal('password');
  });

  it('tells its error where assistive technology finds it, and takes it back', async () => {
    const element = await open();
    const input = element.input('email');
    expect(input.getAttribute('aria-invalid')).to.equal(null);
    element.error = 'Please fill this in.';
    await element.updateComplete;
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    const note = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).to.equal('Please fill this in.');
    expect(note?.parentElement === input.parentElement).to.equal(true);
    element.error = undefined;
    await element.updateComplete;
    expect(input.getAttribute('aria-invalid')).to.equal(null);
    expect(note?.textContent).to.equal('');
  });

  it('keeps the focus on a button that is busy', async () => {
    const element = await open();
    const button = element.querySelector('button');
    button?.focus();
    element.isBusy = true;
    await element.updateComplete;
    expect(document.activeElement === button).to.equal(true);
    expect(button?.getAttribute('aria-disabled')).to.equal('true');
    expect(button?.disabled).to.equal(false);
  });
});
