/**
 * The elements for who is logged in. A table of its own: visitors who only log in need not even their names.
 * Whatever they share is in elements/member-element.ts.
 */
import type { Load } from './define.ts';

/** Private: what others are made of. */
export const furtherParts = [
  'portal-entry',
  'portal-entries',
  'portal-account-care',
  'portal-sign-on',
  'portal-dialog',
] as const;

export const furtherElements = {
  'portal-account-menu': async () =>
    (await import('./elements/account-menu/portal-account-menu.ts')).PortalAccountMenu,
  'portal-bar': async () => (await import('./elements/bar/portal-bar.ts')).PortalBar,
  'portal-app-switcher': async () =>
    (await import('./elements/app-switcher/portal-app-switcher.ts')).PortalAppSwitcher,
  'portal-entry': async () => (await import('./forms/profile/portal-entry.ts')).PortalEntry,
  'portal-entries': async () => (await import('./forms/profile/portal-entry.ts')).PortalEntries,
  'portal-account-care': async () =>
    (await import('./elements/profile/portal-account-care.ts')).PortalAccountCare,
  'portal-sign-on': async () => (await import('./elements/sign-on/portal-sign-on.ts')).PortalSignOn,
  'portal-dialog': async () => (await import('./elements/dialog/portal-dialog.ts')).PortalDialog,
  'portal-profile': async (define) => {
    await define(new Set([...furtherParts, 'portal-field', 'portal-action']));
    return (await import('./elements/profile/portal-profile.ts')).PortalProfile;
  },
  'portal-courses': async () => (await import('./elements/courses/portal-courses.ts')).PortalCourses,
  'portal-communities': async () =>
    (await import('./elements/communities/portal-communities.ts')).PortalCommunities,
  'portal-affiliate': async () => (await import('./elements/affiliate/portal-affiliate.ts')).PortalAffiliate,
  'portal-activity': async () => (await import('./elements/activity/portal-activity.ts')).PortalActivity,
  'portal-hub': async () => (await import('./elements/hub/portal-hub.ts')).PortalHub,
} satisfies Record<string, Load>;
