/**
 * From the log-in form to the sign-up form and back. The page decides first: `portal-navigate` can be
 * cancelled. Else the other element is used if the page shows one; else it takes this one's place, as a
 * light child, because its form must not end up inside a shadow root (DESIGN.md, section 6).
 */
import { create, query } from '../../internal/page.ts';
import type { CredentialElement } from '../credential-element.ts';

/** Kept while away, so that coming back finds what was typed. */
const partners = new WeakMap<Element, CredentialElement>();

/** Somebody else may log in next: what was typed over there must not wait for them. */
export const forgetPartner = (host: CredentialElement): void => void partners.delete(host);

export function navigate(from: CredentialElement, to: 'login' | 'signup', email: string): void {
  const request = new CustomEvent('portal-navigate', {
    detail: { to, email },
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  if (from.dispatchEvent(request)) void show(from, `portal-${to}`, email);
}

async function show(from: CredentialElement, tag: string, email: string) {
  const host = from.parentElement;
  const dialog = from.closest('portal-dialog');
  // What is behind a dialog can be seen, and not be used.
  let target = query<CredentialElement>(tag).find(
    (one) => one.checkVisibility() && one.closest('portal-dialog') === dialog,
  );
  if (from.slot === 'other' && host?.localName === tag) {
    target = host as CredentialElement;
    from.remove();
  } else if (!target) {
    target = partners.get(from) ?? (create(tag) as CredentialElement);
    partners.set(from, target);
    target.slot = 'other';
    from.append(target);
  }
  // The script may still be fetching what defines it.
  await customElements.whenDefined(tag);
  from.requestUpdate();
  target.headingLevel = from.headingLevel;
  target.email = email;
  await target.updateComplete;
  target.focus();
}
