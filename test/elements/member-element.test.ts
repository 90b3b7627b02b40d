import '../support/visible-keepalive.ts';
import { expect, fixture, html as markup } from '@open-wc/testing';
import { html } from 'lit';
import type { Member } from '../../src/elements/member-data.ts';
import { MemberElement, type Shown } from '../../src/elements/member-element.ts';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import type { Me } from '../../src/contract/operations.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { password, register } from '../support/register.ts';
import { until } from '../support/visitor.ts';

const portal = useMockPortal();

/** The data comes when this has opened. */
let gate: Promise<void> | undefined;

/** The least that an element for who is logged in can be. */
class ListOfAccounts extends MemberElement<Me> {
  protected override async load(member: Member, signal: AbortSignal) {
    await gate;
    return member.me(signal);
  }

  protected override heading = () => 'Accounts';

  protected override skeleton() {
    return html`<span class="bone">…</span>`;
  }

  protected override content({ value, account }: Shown<Me>) {
    return html`<p class="who">${account.name}</p>
      <ul>
        ${value.accounts.map(({ name }) => html`<li>${name}</li>`)}
      </ul>
      <button
        type="button"
        @click=${() =>
          this.act(
            (member) => member.authorized('requestStepUpCode', undefined),
            () => this.tell('Sent'),
          )}
      >
        Send
      </button>`;
  }
}

before(async () => {
  await definePortalElements(['portal-provider']);
  customElements.define('test-accounts', ListOfAccounts);
});

const open = async () => {
  const events: string[] = [];
  const outer = document.createElement('div');
  for (const type of ['portal-ready', 'portal-failed']) outer.addEventListener(type, () => events.push(type));
  const root = await fixture(
    markup`<portal-provider backend=${portal().backend}>
      <test-accounts><a slot="signed-out" href="#login">Log in</a></test-accounts>
    </portal-provider>`,
    { parentNode: outer },
  );
  const element = root.querySelector<ListOfAccounts>('test-accounts')!;
  return { element, events, inside: element.shadowRoot! };
};
const text = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? '');
const store = () => sharedSession(portal().backend);
const isVisible = (element: Element | null) => !!element?.checkVisibility({ visibilityProperty: true });

async function signIn(name: string) {
  const person = await register(portal(), portal().backend, { name });
  const result = await store().signInWithPassword({ email: person.email, password });
  expect(result.ok).to.equal(true);
}

describe('an element for who is logged in', () => {
  afterEach(() => store().signOut());

  it('shows the site’s own words while nobody is logged in, then a skeleton, then the data', async () => {
    const { element, events, inside } = await open();
    await until(() => isVisible(element.querySelector('a')), 'It comes to be so');
    expect(inside.querySelector('.card')).to.equal(null);
    let openGate = () => {};
    gate = new Promise((resolve) => (openGate = resolve));
    await signIn('Ada');
    await until(() => inside.querySelector('.bone') !== null, 'It comes to be so');
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(inside.querySelector('[aria-busy=true]')).not.to.equal(null);
    openGate();
    await until(() => text(inside, 'li').join() === 'Ada', 'It comes to be so');
    expect(inside.querySelector('.bone')).to.equal(null);
    expect(inside.querySelector('[aria-busy=true]')).to.equal(null);
    expect(element.matches(':state(loading)')).to.equal(false);
    expect(isVisible(element.querySelector('a'))).to.equal(false);
    expect(events).to.deep.equal(['portal-ready']);
  });

  it('keeps nothing of one visitor for the next', async () => {
    const { inside } = await open();
    await signIn('Ada');
    await until(() => text(inside, 'li').join() === 'Ada', 'It comes to be so');
    let seen = '';
    const observer = new MutationObserver(
      () => (seen += `${text(inside, '.who').join()}:${text(inside, 'li').join()};`),
    );
    observer.observe(inside, { subtree: true, childList: true, characterData: true });
    await store().signOut();
    await until(() => !inside.querySelector('.card'), 'It comes to be so');
    await signIn('Grace');
    await until(() => text(inside, 'li').join() === 'Grace', 'It comes to be so');
    observer.disconnect();
    expect(seen).not.to.contain('Grace:Ada');
  });

  it('says that the data could not be had, and gets it when asked again', async () => {
    const { element, events, inside } = await open();
    await signIn('Ada');
    await until(() => text(inside, 'li').length === 1, 'It comes to be so');
    portal().scenario('down');
    await element.data.reload();
    await until(() => inside.querySelector('[role=alert]') !== null, 'It comes to be so');
    // What was there is better than nothing.
    expect(text(inside, 'li')).to.deep.equal(['Ada']);
    expect(element.matches(':state(failed)')).to.equal(true);
    expect(events).to.contain('portal-failed');
    portal().scenario(undefined);
    inside.querySelector<HTMLElement>('[part=retry]')!.click();
    await until(() => !inside.querySelector('[role=alert]'), 'It comes to be so');
    expect(text(inside, 'li')).to.deep.equal(['Ada']);
  });

  it('makes no page wider than it is, however much it tells a screen reader', async () => {
    const { element, inside } = await open();
    await signIn('Ada');
    await until(() => text(inside, 'li').length === 1, 'It comes to be so');
    element.tell('What happened is said at length. '.repeat(20));
    await until(() => text(inside, '[role=status]').join().length > 300, 'It comes to be so');
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).to.equal(clientWidth);
  });

  it('moves the focus to the alert after an act that failed, and says one that went well', async () => {
    const { inside } = await open();
    await signIn('Ada');
    await until(() => text(inside, 'li').length === 1, 'It comes to be so');
    portal().scenario('down');
    inside.querySelector<HTMLElement>('button')!.click();
    await until(() => inside.activeElement?.matches('.alert'), 'It comes to be so');
    portal().scenario(undefined);
    inside.querySelector<HTMLElement>('[part=retry]')!.click();
    await until(() => text(inside, '[role=status]').join() === 'Sent', 'It comes to be so');
  });
});
