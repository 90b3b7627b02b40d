import '../support/visible-keepalive.ts';
import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { appOfPage } from '../../src/elements/app-switcher/tiles.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { client, putApps, switcherPage, type SwitcherPage } from '../support/switcher-page.ts';
import { until } from '../support/visitor.ts';

const portal = useMockPortal();

const six = ['Alpha', 'Beta', 'Courses', 'Community', 'Delta', 'Echo'].map((name, at) => ({
  id: `app-${at}`,
  name,
}));
const focused = ({ inside }: SwitcherPage) =>
  inside.activeElement?.querySelector('.name')?.textContent ?? inside.activeElement?.className;
/** Followed links would end the test. */
const stay = (event: Event) => {
  if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) event.preventDefault();
};
before(() => addEventListener('click', stay));
after(() => removeEventListener('click', stay));

describe('the app that a page belongs to', () => {
  const app = (id: string, url: string) => ({ id, name: id, url, kind: 'link' as const });
  const apps = [
    app('root', 'https://a.example/'),
    app('courses', 'https://a.example/courses/home'),
    app('other', 'https://b.example/'),
  ];

  for (const [page, id] of [
    ['https://a.example/', 'root'],
    ['https://a.example/courses', 'root'],
    ['https://a.example/courses/7/lesson?q#x', 'courses'],
    ['https://b.example/courses/', 'other'],
    ['http://a.example/', undefined],
  ] as const)
    it(`${page} → ${id}`, () => expect(appOfPage(apps, page)).to.equal(id));
});

describe('the app switcher', () => {
  it('shows the apps in the business’s order, with badge and letter, before it is opened', async () => {
    const page = await switcherPage(portal(), [
      { id: 'b', name: 'Shop', badge: 120 },
      { id: 'a', name: 'éclairs', client },
    ]);
    await page.ready();
    expect(page.requests()).to.deep.equal(['readMe']);
    await page.opened();
    expect(page.names()).to.deep.equal(['Shop', 'éclairs']);
    expect(page.inside.querySelector('.badge')?.textContent).to.equal('99+');
    expect(page.tiles()[0]?.textContent).to.include('120 new');
    expect(page.tiles()[1]?.querySelector('.letter')?.textContent).to.equal('É');
    expect(page.button()?.textContent).to.include('Apps').and.to.include('120 new');
    expect(page.button()?.ariaExpanded).to.equal('true');
    expect(page.requests(), 'opening asks for nothing').to.deep.equal(['readMe']);
    expect(page.events.map(({ type }) => type)).to.deep.equal(['portal-ready']);
  });

  it('is not there without apps, and comes when there are some', async () => {
    const page = await switcherPage(portal(), []);
    await until(() => page.element.matches(':state(empty)'), 'It knows that there is none');
    expect(page.element.checkVisibility()).to.equal(false);
    await putApps(portal(), page.businessId, [{ id: 'shop', name: 'Shop' }]);
    await (await sharedSession(page.backend).member()).shared.refresh();
    await page.ready();
  });

  it('is not there for who is not logged in, and goes with the log-out', async () => {
    const page = await switcherPage(portal(), six);
    await page.opened();
    await sharedSession(page.backend).signOut();
    await until(() => !page.button() && !page.panel(), 'Nothing is left');
    expect(page.inside.textContent).not.to.include('Alpha');
  });

  it('asks once for all that show something of the account on one page', async () => {
    const page = await switcherPage(
      portal(),
      six,
      '<portal-app-switcher></portal-app-switcher><portal-app-switcher></portal-app-switcher><portal-account-picker></portal-account-picker>',
    );
    await page.ready();
    const [, second] = page.root.querySelectorAll('portal-app-switcher');
    await until(() => second?.shadowRoot?.querySelector('.tile[href]'), 'The second one has them, too');
    expect(page.requests()).to.deep.equal(['readMe']);
  });

  it('takes the page’s own app from its address, or from the site', async () => {
    const page = await switcherPage(portal(), [
      { id: 'root', name: 'Root', url: `${location.origin}/start.html` },
      { id: 'other', name: 'Other' },
    ]);
    await page.opened();
    const current = () => page.tiles().filter((tile) => tile.ariaCurrent === 'true');
    expect(current().map((tile) => tile.querySelector('.name')?.textContent)).to.deep.equal(['Root']);
    page.element.current = 'other';
    await page.element.updateComplete;
    expect(current().map((tile) => tile.querySelector('.name')?.textContent)).to.deep.equal(['Other']);
  });

  it('shows a letter where an icon does not come', async () => {
    const icon = 'https://127.0.0.1:9/icon.png';
    const page = await switcherPage(portal(), [{ id: 'shop', name: 'Shop', icon }]);
    await page.ready();
    await until(() => page.inside.querySelector('.letter')?.textContent === 'S', 'The letter stands there');
  });

  it('goes to a plain link as a link does, and says so once', async () => {
    const page = await switcherPage(portal(), [{ id: 'shop', name: 'Shop' }]);
    await page.opened();
    page.tiles()[0]?.click();
    await aTimeout(0);
    expect(page.tiles()[0]?.href).to.equal('https://shop.example/');
    expect(page.events.filter(({ type }) => type === 'portal-app-opened')).to.deep.equal([
      { type: 'portal-app-opened', detail: { id: 'shop' } },
    ]);
    expect(page.requests()).to.deep.equal(['readMe']);
  });

  for (const [direction, forward, backward] of [
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const) {
    it(`is moved in by keys in both directions (${direction})`, async () => {
      const page = await switcherPage(
        portal(),
        six,
        `<div dir="${direction}"><portal-app-switcher></portal-app-switcher></div>`,
      );
      (await page.ready()).focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => focused(page) === 'Alpha', 'The first app has the focus');
      const tops = page.tiles().map(({ offsetTop }) => offsetTop);
      const columns = tops.filter((top) => top === tops[0]).length;
      expect(columns).to.be.greaterThan(1).and.to.be.lessThan(6);
      const steps: [string, number][] = [
        [forward, 1],
        [backward, 0],
        [backward, 0],
        ['ArrowDown', columns],
        ['ArrowUp', 0],
        ['ArrowUp', 0],
        ['End', 5],
        [forward, 5],
        ['Home', 0],
      ];
      for (const [key, at] of steps) {
        await sendKeys({ press: key });
        expect(focused(page), `after ${key}`).to.equal(six[at]?.name);
      }
      await sendKeys({ press: 'Escape' });
      await until(() => !page.panel()?.matches(':popover-open'), 'Closed');
      await until(() => focused(page)?.startsWith('opener'), 'The focus is back on the button');
    });
  }

  it('goes to the app that begins with what is typed', async () => {
    const page = await switcherPage(portal(), six);
    (await page.ready()).focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => focused(page) === 'Alpha', 'Open');
    await sendKeys({ press: 'c' });
    expect(focused(page)).to.equal('Courses');
    await sendKeys({ press: 'c' });
    expect(focused(page), 'the next with the same letter').to.equal('Community');
    const { now } = performance;
    performance.now = () => now.call(performance) + 800;
    try {
      await sendKeys({ type: 'del' });
    } finally {
      performance.now = now;
    }
    expect(focused(page), 'a while later').to.equal('Delta');
  });

  it('passes axe, closed and open, with a badge and with a page of its own', async () => {
    const [first, second] = six;
    const page = await switcherPage(portal(), [
      { ...first!, badge: 3 },
      { ...second!, url: `${location.origin}/` },
    ]);
    await page.ready();
    await expect(page.element).to.be.accessible();
    await page.opened();
    await expect(page.element).to.be.accessible();
  });

  it('says when the apps could not be had, and tries again', async () => {
    portal().scenario('down', { endpoint: 'readMe' });
    const page = await switcherPage(portal(), six);
    (await page.ready()).click();
    await until(() => page.inside.querySelector('[role=alert]'), 'It says so');
    await expect(page.element).to.be.accessible();
    portal().scenario(undefined);
    page.inside.querySelector<HTMLButtonElement>('[part=retry]')?.click();
    await until(() => page.tiles().length === 6, 'The apps are there');
    expect(page.inside.querySelector('[role=alert]')).to.equal(null);
  });
});
