/** A page with the whole portal in one tag, and its mocked backend. */
import { withPlaces } from '../../src/i18n/hub/places.ts';
import type { MockPortal } from '../../mocks/start-mock-portal.ts';
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import { openPage } from './page.ts';
import { register } from './register.ts';
import { until, Visitor } from './visitor.ts';
import { words } from './words.ts';

export const places = withPlaces(words);

export const go = (hash: string) => {
  history.replaceState(null, '', location.pathname + location.search + hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
};

export async function wholeHub(
  portal: MockPortal,
  content = '<portal-hub></portal-hub>',
  settings: Partial<BusinessSettings> = {},
) {
  const backend = await portal.addBusiness(settings);
  const account = await register(portal, backend);
  const page = await openPage(backend, content);
  const hub = page.element('portal-hub');
  const inside = () => hub.shadowRoot!;
  const part = (tag: string) => hub.querySelector<HTMLElement>(`:scope > ${tag}`) ?? undefined;
  const way = (name: string) =>
    [...inside().querySelectorAll('nav a')].find((one) => one.textContent?.trim() === name) as
      HTMLAnchorElement | undefined;
  const current = () => inside().querySelector('[aria-current=page]')?.textContent?.trim();
  const visitor = async (tag: string) => new Visitor(await until(() => part(tag), `There is a <${tag}>`));
  const logIn = async () => {
    const person = await visitor('portal-login');
    await person.types(words.email, account.email);
    await person.types(words.password, account.password);
    await person.presses(words.logIn);
    await until(() => way(places.home), 'Is inside');
  };
  return { backend, account, page, hub, inside, part, way, current, visitor, logIn };
}
