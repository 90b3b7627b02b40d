/** The only place that registers elements. Each module is loaded when its element is asked for. */
import { twice, warnOnce } from './session/warn-once.ts';

type Load = () => Promise<CustomElementConstructor>;

/** The provider first: an element that is defined before it would find no session at its first look. */
const elements = {
  'portal-provider': async () => (await import('./elements/provider/portal-provider.ts')).PortalProvider,
  'portal-gate': async () => (await import('./elements/gate/portal-gate.ts')).PortalGate,
  'portal-login': async () => (await import('./elements/login/portal-login.ts')).PortalLogin,
  'portal-signup': async () => (await import('./elements/signup/portal-signup.ts')).PortalSignup,
  'portal-account-picker': async () =>
    (await import('./elements/account-picker/portal-account-picker.ts')).PortalAccountPicker,
} satisfies Record<string, Load>;

export type PortalTag = keyof typeof elements;

/** Every public element. */
export const portalTags = Object.keys(elements) as PortalTag[];

/** Private elements, of which the forms of `credentialTags` are made. */
const formParts: Record<string, Load> = {
  'portal-field': async () => (await import('./forms/portal-field.ts')).PortalField,
  'portal-action': async () => (await import('./forms/portal-action.ts')).PortalAction,
};
export const credentialTags: readonly PortalTag[] = [
  'portal-login',
  'portal-signup',
  'portal-account-picker',
];

/**
 * Defines the named elements, or all. A name that is taken stays as it is: another copy of this script may
 * be on the page.
 */
export async function definePortalElements(tags: Iterable<PortalTag> = portalTags): Promise<void> {
  const named = new Set<string>(tags);
  const wanted = Object.entries<Load>({
    ...(credentialTags.some((tag) => named.has(tag)) && formParts),
    ...Object.fromEntries(Object.entries(elements).filter(([tag]) => named.has(tag))),
  });
  const loaded = await Promise.all(wanted.map(async ([tag, load]) => [tag, await load()] as const));
  for (const [tag, element] of loaded) {
    const known = customElements.get(tag);
    if (!known) customElements.define(tag, element);
    else if (known !== element) warnOnce(twice);
  }
}
