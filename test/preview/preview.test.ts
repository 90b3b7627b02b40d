import { expect, fixture } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { namesOf } from '../../src/preview/scene.ts';
import { screens } from '../../src/preview/screens.ts';
import { lookAt } from '../support/preview-page.ts';
import { useScriptedBackend } from '../support/scripted-backend.ts';
import { recordWarnings } from '../support/warnings.ts';
import { waitUntil } from '../support/wait-until.ts';

const backend = useScriptedBackend();

/** What a page could notice of a session: its names hold this. */
const ours = 'portal-elements';

/** Notes every use of what the browser keeps or passes on, until it is stopped. */
function watchStorage() {
  const used: string[] = [];
  const { open } = IDBFactory.prototype;
  const { setItem } = Storage.prototype;
  const Channel = globalThis.BroadcastChannel;
  const note = (name: string) => void (name.includes(ours) && used.push(name));
  IDBFactory.prototype.open = function (name, ...more) {
    note(name);
    return open.call(this, name, ...more);
  };
  Storage.prototype.setItem = function (name, value) {
    note(name);
    setItem.call(this, name, value);
  };
  globalThis.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      note(name);
      super(name);
    }
  };
  return () => {
    IDBFactory.prototype.open = open;
    Storage.prototype.setItem = setItem;
    globalThis.BroadcastChannel = Channel;
    return used;
  };
}

describe('a preview on somebody’s page', () => {
  before(() => definePortalElements());

  it('keeps nothing and tells nobody, although a person uses it to the end', async () => {
    const stop = watchStorage();
    const told: string[] = [];
    const tell = ({ type }: Event) => told.push(type);
    const types = ['portal-account-changed', 'portal-signed-out', 'portal-signed-in'];
    for (const type of types) document.addEventListener(type, tell);
    const page = await lookAt('portal-login', 'new-password');
    page.press('Not now');
    await waitUntil(() => page.button('Log out'), 'is in');
    page.press('Log out');
    await waitUntil(() => page.element.matches(':state(step-password)'), 'is out');
    for (const type of types) document.removeEventListener(type, tell);
    expect(stop()).to.deep.equal([]);
    expect(told).to.deep.equal([]);
    page.remove();
  });

  it('sends nothing, leaves the page’s session to the page, and gives it back when the attribute goes', async () => {
    const provider = await fixture<HTMLElement>(
      `<portal-provider backend="${backend.url}"></portal-provider>`,
    );
    const page = await lookAt('portal-login', 'signed-in', provider);
    await page.change('password:credentials-invalid');
    await page.change('signed-in');
    expect(backend.received).to.deep.equal([]);
    const own = document.createElement('portal-login');
    provider.append(own);
    await waitUntil(() => own.matches(':state(step-password)'), 'nobody is logged in on this page');
    expect(page.element.matches(':state(step-signed-in)')).to.equal(true);
    page.element.removeAttribute('preview');
    await waitUntil(() => page.element.matches(':state(step-password)'), 'the page’s session is back');
    await waitUntil(() => backend.count('readPortal') > 0, 'the others ask for the facts of the business');
  });

  it('shares nothing with another one', async () => {
    const one = await lookAt('portal-login', 'signed-in');
    const other = await lookAt('portal-login', 'code');
    one.press('Log out');
    await waitUntil(() => one.element.matches(':state(step-password)'), 'the one is out');
    expect(other.element.matches(':state(step-enter-code)')).to.equal(true);
    one.remove();
    other.remove();
  });

  it('shows another screen when the attribute changes, with nothing of the one before', async () => {
    const page = await lookAt('portal-login', 'password:rate-limited');
    await page.change('code:wrong');
    expect(page.element.matches(':state(step-enter-code)')).to.equal(true);
    await page.change('new-password');
    await page.change('password');
    expect(page.element.matches(':state(step-password)')).to.equal(true);
    expect(page.alert).to.equal('');
    expect([...page.element.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal(['', '']);
    expect(page.button('Log in')).not.to.equal(undefined);
    page.remove();
  });

  it('says what there is when a name is unknown, and shows the first screen', async () => {
    const warnings = recordWarnings();
    const page = await lookAt('portal-signup', 'detials');
    const [said] = warnings.stop().filter((warning) => warning.includes('detials'));
    expect(page.element.matches(':state(step-details)')).to.equal(true);
    expect(said).to.contain('<portal-signup preview="detials"> is no screen').and.contain('code:expired');
    page.remove();
  });

  it('is marked as one', async () => {
    const page = await lookAt('portal-login', 'password');
    const marks = () =>
      [...page.element.shadowRoot!.querySelectorAll('[part=preview]')].filter((one) => one.checkVisibility());
    expect(marks().map(({ textContent }) => textContent)).to.deep.equal(['Preview']);
    page.element.removeAttribute('preview');
    expect(marks()).to.deep.equal([]);
    page.remove();
  });

  it('does not take the focus from where it is', async () => {
    const field = await fixture<HTMLInputElement>('<input aria-label="Search" />');
    field.focus();
    const page = await lookAt('portal-login', 'code:wrong');
    expect(document.activeElement).to.equal(field);
    page.remove();
  });

  it('is described by every name in the docs', async () => {
    const text = await (await fetch('/docs/theming-preview.md')).text();
    const lines = Object.keys(screens).map((tag) => {
      const names = namesOf(tag).map((name) => `\`${name}\``);
      return `- \`<${tag}>\`: ${names.join(', ')}`;
    });
    const written = text.replaceAll(/\n {2}/g, ' ');
    expect(lines.filter((line) => !written.includes(`${line}\n`))).to.deep.equal([]);
  });
});
