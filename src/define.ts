/**
 * The only place that registers elements. Each module is loaded when its element is asked for; the log-in form, and what
 * it is made of, comes with the loader anyway.
 */
import { PortalLogin } from './elements/login/portal-login.ts';
import { PortalAction } from './forms/portal-action.ts';
import { PortalField } from './forms/portal-field.ts';
import { eventually } from './internal/eventually.ts';
import { query } from './internal/page.ts';
import { twice, warnOnce } from './session/warn-once.ts';

/** `define`: for an element that is made of others, which have to be there with it. */
export type Load = (
  define: (tags: Set<string>) => Promise<void>,
) => CustomElementConstructor | Promise<CustomElementConstructor>;

/** The provider before the public ones: an element that is defined before it would find no session at its first look. */
export const elements = {
  'portal-provider': async () => (await import('./elements/provider/portal-provider.ts')).PortalProvider,
  'portal-gate': async () => (await import('./elements/gate/portal-gate.ts')).PortalGate,
  'portal-login': () => PortalLogin,
  'portal-signup': async () => (await import('./elements/signup/portal-signup.ts')).PortalSignup,
  'portal-account-picker': async () =>
    (await import('./elements/account-picker/portal-account-picker.ts')).PortalAccountPicker,
} satisfies Record<string, Load>;

export const credentialTags: readonly string[] = ['portal-login', 'portal-signup', 'portal-account-picker'];

/**
 * Defines the named elements. A name that is taken stays as it is: another copy of this script may be on the
 * page. What is no name of ours is let be.
 */
export async function define(tags: Set<string>): Promise<void> {
  defineParts();
  const isMember = [...tags].some((tag) => !(tag in elements));
  // English is there anyway; what another language says must not be seen in English first.
  const texts =
    query('[lang]:not(:lang(en))')[0] &&
    import('./i18n/languages.ts').then(
      ({ ready }) => ready(query([...tags].join()), isMember),
      () => {},
    );
  // Each of these comes by itself: one that does not must not keep the log-in away.
  const further =
    isMember &&
    eventually(
      () => import('./define-further.ts'),
      ({ defineFurther }) => defineFurther(tags, define, register, texts),
    )();
  const wanted = Object.entries<Load>(elements).filter(([tag]) => tags.has(tag));
  const loaded = await Promise.all(wanted.map(async ([tag, load]) => [tag, await load(define)] as const));
  await texts;
  for (const [tag, element] of loaded) register(tag, element);
  await further;
}

/** Private: what forms are made of. False on a page that has another copy's. */
export function defineParts(): boolean {
  return register('portal-field', PortalField) && register('portal-action', PortalAction);
}

function register(tag: string, element: CustomElementConstructor): boolean {
  if (!customElements.get(tag)) customElements.define(tag, element);
  const isOurs = customElements.get(tag) === element;
  if (!isOurs) warnOnce(twice);
  return isOurs;
}
