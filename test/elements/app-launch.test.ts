import '../support/visible-keepalive.ts';
import { expect, fixture } from '@open-wc/testing';
import { sharedSession } from '../../src/session/shared-session.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { client, switcherPage, type SwitcherPage } from '../support/switcher-page.ts';
import { until } from '../support/visitor.ts';

const portal = useMockPortal();
const courses = { id: 'courses', name: 'Courses', client, url: 'https://courses.example/home' };

interface Sent {
  action: string;
  method: string;
  target: string;
  fields: [string, unknown][];
  root: Node;
}
let sent: Sent[] = [];
const { submit } = HTMLFormElement.prototype;
const { addEventListener: listen } = window;
/** A real `pagehide` would end the mock portal, too. */
const leave = new EventTarget();
const leavePage = () => leave.dispatchEvent(new Event('pagehide'));
beforeEach(() => {
  sent = [];
  window.addEventListener = (...[type, ...rest]: Parameters<typeof listen>) =>
    listen.call(type === 'pagehide' ? leave : window, type, ...rest);
  // The test would be gone with its page.
  HTMLFormElement.prototype.submit = function send(this: HTMLFormElement) {
    const { action, method, target } = this;
    sent.push({ action, method, target, fields: [...new FormData(this)], root: this.getRootNode() });
  };
});
afterEach(() => {
  HTMLFormElement.prototype.submit = submit;
  window.addEventListener = listen;
});

const told = ({ events }: SwitcherPage, type: string) => events.filter((event) => event.type === type);
const text = ({ inside }: SwitcherPage, selector: string) =>
  inside.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const alerted = (page: SwitcherPage, words: string) =>
  until(() => text(page, '[role=alert]').includes(words), `The alert says "${words}"`);

describe('opening an app', () => {
  it('T26: posts a ticket at top level, in a form that the page’s scripts do not see, and leaves no trace of it', async () => {
    const page = await switcherPage(portal(), [courses]);
    await page.opened();
    page.tiles()[0]?.click();
    page.tiles()[0]?.click();
    await until(() => sent.length > 0, 'The form is sent');
    expect(sent).to.have.length(1);
    const [form] = sent;
    expect(form).to.include({ action: `${page.backend}/launch`, method: 'post', target: '_top' });
    expect(form?.fields.map(([name]) => name)).to.deep.equal(['ticket']);
    expect(form?.fields[0]?.[1]).to.match(/^[\w-]{43}$/);
    expect(form?.root).to.equal(page.inside);
    expect(page.inside.querySelector('form')).to.equal(null);
    expect(page.inside.innerHTML).not.to.include(form?.fields[0]?.[1]);
    expect(text(page, '.status')).to.equal('Opening Courses…');
    expect(page.element.matches(':state(busy)')).to.equal(true);
    expect(told(page, 'portal-app-opened'), 'not before the page is left').to.deep.equal([]);
    leavePage();
    expect(told(page, 'portal-app-opened')).to.deep.equal([
      { type: 'portal-app-opened', detail: { id: 'courses' } },
    ]);
    expect(page.requests()).to.deep.equal(['readMe', 'launchApp']);

    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => text(page, '.status') === '', 'Who comes back finds it as before');
    page.tiles()[0]?.click();
    await until(() => sent.length === 2, 'And can go again');
    expect(sent[1]?.fields[0]?.[1]).not.to.equal(form?.fields[0]?.[1]);
  });

  it('leaves a click for another tab to the browser', async () => {
    const page = await switcherPage(portal(), [courses]);
    await page.opened();
    const click = new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true, composed: true });
    let isTaken: boolean | undefined;
    const look = (event: Event) => {
      isTaken = event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener('click', look, { once: true });
    page.tiles()[0]?.dispatchEvent(click);
    expect(isTaken).to.equal(false);
    expect(page.requests()).to.deep.equal(['readMe']);
  });

  it('says plainly that the page’s own policy keeps the visitor, and tells its owner what to add', async () => {
    const page = await switcherPage(portal(), [courses]);
    await page.opened();
    const said: string[] = [];
    const { warn } = console;
    console.warn = (sentence: string) => void said.push(sentence);
    page.tiles()[0]?.click();
    await until(() => sent.length, 'The form is sent');
    const violation = { effectiveDirective: 'form-action', disposition: 'enforce' } as const;
    const fields = { documentURI: location.href, originalPolicy: '', statusCode: 200, violatedDirective: '' };
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        ...fields,
        ...violation,
        blockedURI: 'https://portal.example',
        bubbles: true,
        composed: true,
      }),
    );
    await alerted(page, 'This website keeps you from going to Courses');
    console.warn = warn;
    expect(said.join()).to.include('Add https://portal.example to its form-action');
    expect(told(page, 'portal-failed')).to.deep.equal([
      { type: 'portal-failed', detail: { code: 'form-blocked' } },
    ]);
    leavePage();
    expect(told(page, 'portal-app-opened')).to.deep.equal([]);
    expect(page.inside.querySelector('[part=retry]')).to.equal(null);
  });

  it('says that an app is gone, and takes it from the list', async () => {
    const page = await switcherPage(portal(), [courses, { id: 'shop', name: 'Shop' }]);
    await page.opened();
    await portal().storage.apps.change(page.businessId, 'courses', { isEnabled: false });
    page.tiles()[0]?.click();
    await alerted(page, 'You cannot open Courses any more');
    await until(() => page.names().join() === 'Shop', 'It is no longer there');
    expect(page.inside.activeElement?.getAttribute('role')).to.equal('alert');
  });

  it('says when the backend cannot be reached, and goes at the next try', async () => {
    const page = await switcherPage(portal(), [courses]);
    await page.opened();
    portal().scenario('busy', { endpoint: 'launchApp' });
    page.tiles()[0]?.click();
    await until(() => page.inside.querySelector('[role=alert]'), 'It says so');
    portal().scenario(undefined);
    page.inside.querySelector<HTMLElement>('[part=retry]')?.click();
    await until(() => sent.length === 1, 'The form is sent');
    expect(page.inside.querySelector('[role=alert]')).to.equal(null);
  });

  it('sends nothing once it has left the page', async () => {
    const page = await switcherPage(portal(), [courses]);
    await page.opened();
    portal().scenario('hang', { endpoint: 'launchApp' });
    page.tiles()[0]?.click();
    await until(() => page.element.matches(':state(busy)'), 'Works');
    page.element.remove();
    portal().scenario(undefined);
    await (await sharedSession(page.backend).member()).me();
    expect(sent).to.deep.equal([]);
    await fixture('<p></p>');
  });
});
