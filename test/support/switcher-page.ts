/** A page of somebody who is logged in and has apps, with the switcher in its header. */
import { fixture } from '@open-wc/testing';
import type { AppRecord } from '../../server/src/domain/ports.ts';
import type { MockPortal } from '../../mocks/start-mock-portal.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import type { PortalAppSwitcher } from '../../src/elements/app-switcher/portal-app-switcher.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { password, register } from './register.ts';
import { isOpened, until } from './visitor.ts';

export const client = {
  redirectUris: ['https://courses.example/callback'],
  postLogoutRedirectUris: [],
  initiateLoginUri: 'https://courses.example/login',
  backchannelLogoutUrl: null,
  sealedSecret: 'sealed',
};

export type ShownApp = Partial<AppRecord> & Pick<AppRecord, 'id' | 'name'>;

export interface SwitcherPage {
  backend: string;
  businessId: string;
  root: HTMLElement;
  element: PortalAppSwitcher;
  inside: ShadowRoot;
  /** Of the page's portal events, in order. */
  events: { type: string; detail: unknown }[];
  requests(): EndpointName[];
  button(): HTMLButtonElement | null;
  panel(): HTMLElement | null;
  tiles(): HTMLAnchorElement[];
  names(): string[];
  /** Waits until the button is there. */
  ready(): Promise<HTMLButtonElement>;
  opened(): Promise<void>;
}

export const putApps = async (portal: MockPortal, businessId: string, apps: readonly ShownApp[]) => {
  for (const [position, app] of apps.entries()) {
    await portal.storage.apps.put({
      businessId,
      url: `https://${app.id}.example/`,
      icon: null,
      isEnabled: true,
      access: 'everyone',
      badge: 0,
      position,
      client: null,
      ...app,
    });
  }
};

export async function switcherPage(
  portal: MockPortal,
  apps: readonly ShownApp[],
  content = '<portal-app-switcher></portal-app-switcher>',
): Promise<SwitcherPage> {
  await definePortalElements();
  const backend = await portal.addBusiness({});
  const businessId = (await portal.storage.businesses.bySlug(backend.split('/').pop() ?? ''))?.id ?? '';
  await putApps(portal, businessId, apps);
  const { email } = await register(portal, backend);
  const signedIn = await sharedSession(backend).signInWithPassword({ email, password });
  if (!signedIn.ok) throw new Error(`The log-in failed: ${signedIn.problem.code}`);
  const before = portal.requests.length;
  const events: SwitcherPage['events'] = [];
  const outer = document.createElement('div');
  for (const type of ['portal-app-opened', 'portal-navigate', 'portal-failed', 'portal-ready']) {
    outer.addEventListener(type, (event) => {
      events.push({ type, detail: event instanceof CustomEvent ? event.detail : undefined });
    });
  }
  const root = await fixture<HTMLElement>(
    `<portal-provider backend="${backend}">${content}</portal-provider>`,
    { parentNode: outer },
  );
  const element = root.querySelector('portal-app-switcher');
  if (!element?.shadowRoot) throw new Error('No <portal-app-switcher> on the page');
  const inside = element.shadowRoot;
  const page: SwitcherPage = {
    ...{ backend, businessId, root, element, inside, events },
    requests: () => portal.requests.slice(before).filter((name) => name !== 'readPortal'),
    button: () => inside.querySelector('.opener'),
    panel: () => inside.querySelector('.panel'),
    tiles: () => [...inside.querySelectorAll<HTMLAnchorElement>('.tile[href]')],
    names: () => page.tiles().map((tile) => tile.querySelector('.name')?.textContent ?? ''),
    ready: () =>
      until(() => {
        const button = page.button();
        return button?.checkVisibility({ visibilityProperty: true }) && button;
      }, 'The button is there'),
    async opened() {
      (await page.ready()).click();
      await until(() => isOpened(page.panel()) && page.tiles().length > 0, 'The list is open');
    },
  };
  return page;
}
