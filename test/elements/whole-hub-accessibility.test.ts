/** The whole portal in each of its states: what axe says, and by keyboard alone. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { buttonOf, second } from '../support/family-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { register } from '../support/register.ts';
import { client, putApps } from '../support/switcher-page.ts';
import { isOpened, until } from '../support/visitor.ts';
import { go, places, wholeHub } from '../support/whole-hub.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

/** The innermost element that has the focus. */
function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** By the Tab key, as who has no mouse; a hub has no more stops than that. */
async function tabTo(is: (element: Element) => boolean, what: string): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await sendKeys({ press: 'Tab' });
    const found = focused();
    if (found && is(found)) return;
  }
  throw new Error(`The Tab key does not lead to ${what}`);
}

const labelled = (name: string) => (element: Element) =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().startsWith(name);

async function withApps(backend: string) {
  const business = await portal().storage.businesses.bySlug(backend.split('/').pop() ?? '');
  await putApps(portal(), business!.id, [{ id: 'school', name: 'Bread school', client, badge: 2 }]);
}

describe('the whole portal', () => {
  beforeEach(() => go(''));
  afterEach(() => go(''));

  it('passes axe signed out, choosing, with an incomplete profile, and at home', async () => {
    const { account, backend, hub, current, visitor, way } = await wholeHub(portal(), undefined, {
      profileFields: [{ name: 'town', type: 'text', label: { en: 'Town' }, required: true }],
    });
    await register(portal(), backend, { name: second, email: account.email });
    const person = await visitor('portal-login');
    await until(() => person.field(words.password), 'The form is there');
    await expect(hub).to.be.accessible();
    await person.types(words.email, account.email);
    await person.types(words.password, account.password);
    await person.presses(words.logIn);
    await person.sees(words.choose);
    await expect(hub).to.be.accessible();
    await person.presses(buttonOf(second));
    await until(() => current() === places.profile, 'At the profile');
    await until(() => hub.querySelector('portal-entry [name=town]'), 'Its fields are there');
    await expect(hub).to.be.accessible();
    way(places.home)?.click();
    await until(() => current() === places.home, 'Home');
    await expect(hub).to.be.accessible();
  });

  it('passes axe at each place while it has nothing, and where it could not be had', async () => {
    const { hub, part, current, logIn, way } = await wholeHub(portal());
    await logIn();
    for (const [name, tag] of [
      ['courses', 'portal-courses'],
      ['communities', 'portal-communities'],
      ['activity', 'portal-activity'],
      ['affiliate', 'portal-affiliate'],
    ] as const) {
      way(places[name])?.click();
      await until(() => current() === places[name], name);
      await until(() => part(tag)?.shadowRoot?.querySelector('[part=empty]'), `${name} says what to do`);
      await expect(hub).to.be.accessible();
    }
    portal().scenario('server-error', { endpoint: 'readProfile' });
    way(places.profile)?.click();
    await until(() => part('portal-profile')?.shadowRoot?.querySelector('[role=alert]'), 'It has failed');
    await expect(hub).to.be.accessible();
    portal().scenario(undefined);
  }).timeout(60_000);

  it('passes axe with the list of apps open, and with the menu', async () => {
    const { backend, hub, logIn } = await wholeHub(portal());
    await withApps(backend);
    await logIn();
    for (const tag of ['portal-app-switcher', 'portal-account-menu']) {
      const inside = await until(() => hub.querySelector(tag)?.shadowRoot ?? undefined, `There is a ${tag}`);
      const opener = await until(
        () => inside.querySelector<HTMLElement>('.opener:not(.waiting)') ?? undefined,
        'It can be opened',
      );
      opener.click();
      await until(() => isOpened(inside.querySelector('.panel')), 'It is open');
      await until(() => inside.querySelector('.panel a, .panel button'), 'Something is in it');
      await expect(hub).to.be.accessible();
      opener.click();
    }
  });

  it('is gone through by keyboard alone: in, to a place, to the apps, and out', async () => {
    const { account, backend, hub, inside, part, current } = await wholeHub(portal());
    await withApps(backend);
    const field = await until(
      () => hub.querySelector<HTMLInputElement>('[autocomplete=username]') ?? undefined,
      'There is a form',
    );
    field.focus();
    await sendKeys({ type: account.email });
    await tabTo((element) => element.getAttribute('autocomplete') === 'current-password', 'the password');
    await sendKeys({ type: account.password });
    await sendKeys({ press: 'Enter' });
    await until(() => current() === places.home, 'Home');
    await until(() => focused()?.localName === 'section', 'The focus is on what there is to read');
    hub.querySelector<HTMLElement>('portal-account-menu')!.focus();
    (await until(() => inside().querySelector<HTMLElement>('nav a') ?? undefined, 'The ways')).focus();
    await tabTo(labelled(places.courses), 'the courses');
    await sendKeys({ press: 'Enter' });
    await until(() => current() === places.courses, 'At the courses');
    await until(
      () => focused()?.localName === 'section' && focused()?.getAttribute('aria-label') === places.courses,
      'The focus went along, and says where it is',
    );
    await until(() => part('portal-courses')?.shadowRoot?.querySelector('[part=empty]'), 'They are shown');

    const menu = hub.querySelector('portal-account-menu')!.shadowRoot!;
    (await until(() => menu.querySelector<HTMLElement>('.opener') ?? undefined, 'The menu')).focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => menu.activeElement?.closest('.panel'), 'In the menu');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await until(() => part('portal-login')?.querySelector('input'), 'Out');
    await until(
      () => part('portal-login')?.contains(document.activeElement) || focused()?.localName === 'body',
      'Nothing that is gone has the focus',
    );
  }).timeout(60_000);
});
