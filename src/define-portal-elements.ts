/** The same for applications that bring their own bundle, and for all elements at once. */
import { define, elements } from './define.ts';
import { furtherElements, furtherParts } from './define-further.ts';

export type PortalTag = Exclude<
  keyof typeof elements | keyof typeof furtherElements,
  (typeof furtherParts)[number]
>;

/** Every public element. */
const portalTags = Object.keys({ ...elements, ...furtherElements }).filter(
  (tag) => !(furtherParts as readonly string[]).includes(tag),
) as PortalTag[];

/** What an element puts on the page itself; the script tag's loader finds these there. */
const made: Partial<Record<PortalTag, readonly string[]>> = {
  'portal-signup': ['portal-entry', 'portal-entries'],
  'portal-bar': ['portal-app-switcher', 'portal-account-menu', 'portal-account-picker'],
  'portal-account-menu': ['portal-account-picker'],
  'portal-hub': portalTags,
};

/** Defines the named elements, or all. A name that is taken stays as it is. */
export const definePortalElements = (tags: Iterable<PortalTag> = portalTags): Promise<void> =>
  define(new Set([...tags].flatMap((tag) => [tag, ...(made[tag] ?? [])])));
