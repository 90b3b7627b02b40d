import { expect } from '@open-wc/testing';
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { buttonOf, second } from '../support/family-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { register } from '../support/register.ts';
import { client, putApps } from '../support/switcher-page.ts';
import { until } from '../support/visitor.ts';
import { go, places, wholeHub } from '../support/whole-hub.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();

const open = (content?: string, settings?: Partial<BusinessSettings>) =>
  wholeHub(portal(), content, settings);

describe('<portal-hub>', () => {
  beforeEach(() => go(''));
  afterEach(() => go(''));

  it('shows the log-in form where password managers look, and the portal once it was used', async () => {
    const { account, page, hub, inside, part, current, logIn } = await open();
    await until(() => hub.querySelector('form input[autocomplete=current-password]'), 'There is a form');
    await logIn();
    expect(current()).to.equal(places.home);
    await until(() => part('portal-bar'), 'There is a bar');
    expect(inside().textContent).to.include(fill(places.greeting, { name: account.name }));
    expect(page.count('portal-signed-in')).to.equal(1);
    expect(hub.querySelector('form'), 'browsers offer to save now').to.equal(null);
    expect(part('portal-login')?.checkVisibility()).to.equal(false);
    expect(inside().activeElement?.localName, 'the field that had the focus is gone').to.equal('section');
  });

  it('begins with the sign-up where the URL says so', async () => {
    go('#portal/sign-up');
    const { visitor, part } = await open();
    const person = await visitor('portal-signup');
    await person.sees(words.createAccount);
    expect(part('portal-login')).to.equal(undefined);
  });

  it('follows the URL: by its links, back, and a reload at any place', async () => {
    const { hub, inside, part, way, current, logIn, page } = await open();
    await logIn();
    way(places.courses)?.click();
    await until(() => current() === places.courses, 'At the courses');
    expect(location.hash).to.equal('#portal/courses');
    await until(() => part('portal-courses')?.checkVisibility(), 'They are shown');
    await until(() => inside().activeElement?.localName === 'section', 'The focus goes along');
    history.back();
    await until(() => current() === places.home, 'Back home');
    go('#portal/communities');
    const parent = hub.parentElement!;
    hub.remove();
    const again = document.createElement('portal-hub');
    parent.append(again);
    await until(
      () =>
        again.shadowRoot?.querySelector('[aria-current=page]')?.textContent?.trim() === places.communities,
      'Loaded anew it is at the communities',
    );
    page.root.remove();
  });

  for (const dir of ['ltr', 'rtl'])
    it(`shows the way to where the visitor is on a small screen, ${dir}`, async () => {
      const { hub, inside, current, logIn, way } = await open();
      hub.parentElement!.dir = dir;
      hub.style.inlineSize = '320px';
      await logIn();
      const nav = inside().querySelector('nav')!;
      for (const place of [places.profile, places.home, places.affiliate]) {
        way(place)?.click();
        await until(() => current() === place, `At ${place}`);
        await until(() => {
          const [shown, all] = [way(place)!.getBoundingClientRect(), nav.getBoundingClientRect()];
          return shown.left >= all.left - 1 && shown.right <= all.right + 1;
        }, `The way to ${place} is in view`);
      }
    });

  it('leaves to the page what the page’s own links do', async () => {
    const { current, logIn, way } = await open();
    await logIn();
    way(places.activity)?.click();
    await until(() => current() === places.activity, 'At the activity');
    go('#opening-hours');
    await until(() => current() === places.home, 'No place is named');
    expect(location.hash).to.equal('#opening-hours');
  });

  it('shows only the places that the site wants', async () => {
    const { inside, logIn } = await open('<portal-hub sections="courses"></portal-hub>');
    await logIn();
    const shown = [...inside().querySelectorAll('nav a')].map((one) => one.textContent?.trim());
    expect(shown).to.deep.equal([places.home, places.courses, places.profile]);
    go('#portal/affiliate');
    await until(
      () => inside().querySelector('[aria-current=page]')?.textContent?.trim() === places.home,
      'Home',
    );
  });

  it('asks which account, and keeps nothing of one visitor for the next', async () => {
    const { account, backend, hub, part, visitor, way } = await open();
    await register(portal(), backend, { name: second, email: account.email });
    const person = await visitor('portal-login');
    await person.types(words.email, account.email);
    await person.types(words.password, account.password);
    await person.presses(words.logIn);
    await person.sees(words.choose);
    expect(part('portal-bar')).to.equal(undefined);
    await person.presses(buttonOf(second));
    await until(() => way(places.home), 'Is inside');
    const before = part('portal-login');
    await sharedSession(backend).signOut();
    await until(() => part('portal-login') !== before && part('portal-login'), 'A new form');
    expect([...hub.children].map(({ localName }) => localName)).to.deep.equal(['portal-login']);
  });

  it('begins with the profile while that lacks an answer, and says so at home', async () => {
    const { inside, part, current, logIn, way } = await open(undefined, {
      profileFields: [{ name: 'town', type: 'text', label: { en: 'Town' }, required: true }],
    });
    await logIn();
    await until(() => current() === places.profile, 'At the profile');
    await until(() => part('portal-profile'), 'It is shown');
    way(places.home)?.click();
    await until(() => current() === places.home, 'Home');
    const notice = inside().querySelector('[part=notice]');
    expect(notice?.textContent).to.include(places.profileIncomplete.one);
    notice?.querySelector('a')?.click();
    await until(() => current() === places.profile, 'Back at the profile');
  });

  it('leads who opens an app that needs more of the profile there, and back to the app afterwards', async () => {
    const profileFields = [
      { name: 'town', type: 'text', label: { en: 'Town' }, required: true, apps: ['courses'] },
    ] as const;
    const { backend, hub, part, current, logIn, way } = await open(undefined, {
      profileFields: [...profileFields],
    });
    const business = await portal().storage.businesses.bySlug(backend.split('/').pop()!);
    await putApps(portal(), business!.id, [{ id: 'courses', name: 'Bread school', client }]);
    await logIn();
    way(places.home)?.click();
    await until(() => current() === places.home, 'Home');
    const switcher = await until(() => hub.querySelector('portal-app-switcher'), 'There is a switcher');
    const inSwitcher = (selector: string) => switcher?.shadowRoot?.querySelector<HTMLElement>(selector);
    (await until(() => inSwitcher('.tile[href]'), 'There is the app'))?.click();
    await until(() => current() === places.profile, 'At the profile');
    const profile = await until(() => part('portal-profile'), 'It is shown');
    const said = () => profile.shadowRoot!.textContent;
    await until(() => said().includes('Bread school opens once everything that is required'), 'It says why');
    const input = await until(() => profile.querySelector<HTMLInputElement>('[name=town]'), 'The field');
    input!.focus();
    input!.value = 'Millbrook';
    input!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input!.blur();
    const goOn = () => profile.shadowRoot!.querySelector<HTMLElement>('[part=continue]');
    await until(goOn, 'The way back');
    expect(goOn()?.textContent).to.include('Continue to Bread school');
    const asked = new Promise<unknown>((resolve) =>
      document.addEventListener(
        'portal-navigate',
        (event) => {
          event.preventDefault();
          resolve((event as CustomEvent).detail);
        },
        { once: true },
      ),
    );
    goOn()?.click();
    expect(await asked).to.deep.equal({ to: 'app', app: 'courses' });
  });

  it('offers a new password to who forgot the old one before it goes on', async () => {
    const { account, part, visitor, way } = await open();
    const person = await visitor('portal-login');
    await person.types(words.email, account.email);
    await person.presses(words.forgot);
    await person.sees(words.checkEmail);
    await person.types(words.code, await portal().mailbox.codeFor(account.email));
    await person.presses(words.confirm);
    await person.sees(words.newPassword);
    expect(part('portal-bar')).to.equal(undefined);
    await person.presses(words.notNow);
    await until(() => way(places.home), 'Is inside');
  });

  it('gets its parts back when a framework renders the page anew', async () => {
    const { hub, part, visitor } = await open();
    const person = await visitor('portal-login');
    await person.types(words.email, 'half@typed');
    hub.innerHTML = '<p slot="footer">Opening hours</p>';
    await until(() => part('portal-login'), 'It is back');
    expect(person.field(words.email)?.value).to.equal('half@typed');
    expect(hub.querySelector('p')?.textContent).to.equal('Opening hours');
  });
});
