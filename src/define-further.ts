/**
 * The elements for who is logged in. A table of its own: visitors who only log in need not even their names.
 * Whatever they share is in elements/member-element.ts.
 */
import type { define, Load } from './define.ts';
import { eventually } from './internal/eventually.ts';

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
    await define(new Set(furtherParts));
    return (await import('./elements/profile/portal-profile.ts')).PortalProfile;
  },
  'portal-courses': async () => (await import('./elements/courses/portal-courses.ts')).PortalCourses,
  'portal-communities': async () =>
    (await import('./elements/communities/portal-communities.ts')).PortalCommunities,
  'portal-affiliate': async () => (await import('./elements/affiliate/portal-affiliate.ts')).PortalAffiliate,
  'portal-activity': async () => (await import('./elements/activity/portal-activity.ts')).PortalActivity,
  'portal-hub': async () => (await import('./elements/hub/portal-hub.ts')).PortalHub,
} satisfies Record<string, Load>;

/** Each by itself, as soon as it is there; what does not come is asked for again, and nothing else waits for it. */
export async function defineFurther(
  tags: Set<string>,
  defineAll: typeof define,
  register: (tag: string, element: CustomElementConstructor) => void,
  texts: unknown,
): Promise<void> {
  await Promise.all(
    Object.entries<Load>(furtherElements)
      .filter(([tag]) => tags.has(tag))
      .map(([tag, load]) =>
        eventually(
          async () => load(defineAll),
          async (element) => {
            await texts;
            // An element that is defined before it would find no session at its first look.
            if (tags.has('portal-provider')) await customElements.whenDefined('portal-provider');
            register(tag, element);
          },
        )(),
      ),
  );
}
