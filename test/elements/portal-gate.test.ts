import '../support/visible-keepalive.ts';
import { expect, fixture, html } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { account, grant } from '../support/answers.ts';
import { recordWarnings } from '../support/warnings.ts';
import { answer, useScriptedBackend } from '../support/scripted-backend.ts';
import { waitUntil } from '../support/wait-until.ts';

const backend = useScriptedBackend();
before(() => definePortalElements(['portal-provider', 'portal-gate']));

async function page() {
  const provider = await fixture(
    html`<portal-provider backend=${backend.url}>
      <portal-gate><a href="#in">Your orders</a><a href="#login" slot="else">Log in</a></portal-gate>
      <portal-gate when="signed-out"><a href="#out">Why sign up</a></portal-gate>
    </portal-provider>`,
  );
  return provider;
}

/** What a visitor can see, and reach with the keyboard. */
const visible = (root: Element) =>
  [...root.querySelectorAll('a')]
    .filter((link) => link.checkVisibility({ visibilityProperty: true }))
    .map((link) => link.getAttribute('href'));

const shows = (root: Element, ...links: string[]) => waitUntil(() => visible(root).join() === links.join());

async function signIn() {
  backend.on('signInWithPassword', answer('signInWithPassword', { outcome: 'signed-in', grant: grant() }));
  backend.on('endSession', answer('endSession', undefined));
  const result = await sharedSession(backend.url).signInWithPassword({
    email: account.email,
    password: 'horse',
  });
  expect(result.ok).to.equal(true);
}

describe('<portal-gate>', () => {
  it('shows each content to whom it is for, from sign-in to sign-out', async () => {
    const root = await page();
    await shows(root, '#login', '#out');
    await signIn();
    await shows(root, '#in');
    await sharedSession(backend.url).signOut();
    await shows(root, '#login', '#out');
  });

  it('shows nothing, and keeps the content’s place, while it does not know', async () => {
    const warnings = recordWarnings();
    const gate = await fixture(html`<portal-gate><a href="#in">Your orders</a></portal-gate>`);
    expect(visible(gate)).to.deep.equal([]);
    expect(gate.getBoundingClientRect().height).to.be.greaterThan(0);
    await waitUntil(() => warnings.seen.length === 1);
    warnings.stop();
  });

  it('keeps the room of the larger content, while it does not know, not that of both', async () => {
    const warnings = recordWarnings();
    const room = (block: string) => html`<div style="block-size: ${block}; margin: 10px 0"></div>`;
    const gate = await fixture(
      html`<portal-gate
        >${room('40px')}
        <div slot="else">${room('60px')}</div></portal-gate
      >`,
    );
    // With its margins: they would be inside in every other state, too.
    expect(gate.getBoundingClientRect().height).to.equal(80);
    warnings.stop();
  });

  it('follows its attribute', async () => {
    const root = await page();
    await shows(root, '#login', '#out');
    root.querySelectorAll('portal-gate')[1]!.when = 'signed-in';
    await shows(root, '#login');
  });

  it('tells the page’s CSS its state', async () => {
    const root = await page();
    await shows(root, '#login', '#out');
    const [members, strangers] = root.querySelectorAll('portal-gate');
    expect(members!.matches(':state(closed)')).to.equal(true);
    expect(strangers!.matches(':state(open)')).to.equal(true);
  });

  it('has no accessibility problem', async () => {
    const root = await page();
    await shows(root, '#login', '#out');
    await expect(root).to.be.accessible();
  });
});
