/**
 * The elements for who is logged in. A table of its own: visitors who only log in need not even their names.
 * Whatever they share is in elements/member-element.ts.
 */
import type { Load } from './define.ts';

export const furtherElements = {
  'portal-account-menu': async () =>
    (await import('./elements/account-menu/portal-account-menu.ts')).PortalAccountMenu,
  'portal-bar': async () => (await import('./elements/bar/portal-bar.ts')).PortalBar,
  'portal-app-switcher': async () =>
    (await import('./elements/app-switcher/portal-app-switcher.ts')).PortalAppSwitcher,
} satisfies Record<string, Load>;
