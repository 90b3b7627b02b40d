/** A page with a profile on it, of somebody who is logged in, and what a person finds in it. */
import { fixture } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import type { MockPortal } from '../../mocks/start-mock-portal.ts';
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import { password, register } from './register.ts';
import { waitUntil } from './wait-until.ts';

const names = ['portal-profile-saved', 'portal-navigate', 'portal-failed', 'portal-ready'];

/** One field of each type. */
export const everyField: BusinessSettings['profileFields'] = [
  { name: 'phone', type: 'phone', label: { en: 'Phone', de: 'Telefon' }, required: true },
  {
    name: 'plan',
    type: 'select',
    label: { en: 'Plan' },
    required: true,
    options: [option('basic', 'Basic'), option('pro', 'Pro')],
  },
  {
    name: 'code',
    type: 'text',
    label: { en: 'Customer number' },
    pattern: String.raw`[A-Z]{2}\d{4}`,
    help: { en: 'Two letters and four digits' },
  },
  { name: 'birthday', type: 'date', label: { en: 'Date of birth' } },
  { name: 'home', type: 'address', label: { en: 'Address' } },
  {
    name: 'likes',
    type: 'multi-select',
    label: { en: 'What do you like?' },
    options: [option('rye', 'Rye'), option('buns', 'Buns')],
  },
  { name: 'about', type: 'long-text', label: { en: 'About you' } },
  { name: 'billing', type: 'email', label: { en: 'Email for bills' } },
  { name: 'origin', type: 'country', label: { en: 'Citizenship' } },
  {
    name: 'terms',
    type: 'checkbox',
    label: { en: 'I agree to the terms' },
    required: true,
    apps: ['courses'],
  },
];

function option(value: string, label: string) {
  return { value, label: { en: label } };
}

export const waitFor = (is: () => unknown, message = 'it happens'): Promise<void> => waitUntil(is, message);

/** Tests do not talk through each other's pages: each is of a person of its own. */
export async function openProfile(portal: MockPortal, attributes = '') {
  await definePortalElements();
  const store = sharedSession(portal.backend);
  const person = await register(portal, portal.backend);
  const result = await store.signInWithPassword({ email: person.email, password });
  if (!result.ok) throw new Error(result.problem.code);
  const events: { type: string; detail: unknown }[] = [];
  const outer = document.createElement('div');
  for (const type of names)
    outer.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  const root = await fixture<HTMLElement>(
    `<portal-provider backend="${portal.backend}"><portal-profile ${attributes}></portal-profile></portal-provider>`,
    { parentNode: outer },
  );
  const element = root.querySelector('portal-profile')!;
  const inside = element.shadowRoot!;
  const input = <E extends HTMLElement = HTMLInputElement>(label: string): E => {
    const found = [...element.querySelectorAll('label')].find((one) => one.textContent === label);
    const control = found && document.getElementById(found.htmlFor);
    if (!control) throw new Error(`No field "${label}"`);
    return control as E;
  };
  await waitFor(() => element.querySelector('portal-entry input') !== null, 'the fields have come');
  return {
    person,
    store,
    events,
    root,
    element,
    inside,
    input,
    count: (type: string) => events.filter((event) => event.type === type).length,
    /** As a person does: goes there, types, and goes on. */
    type(label: string, text: string) {
      const control = input(label);
      control.focus();
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      control.blur();
    },
    choose(label: string, value: string) {
      const control = input<HTMLSelectElement>(label);
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    },
    /** What stands at a field beside its label and below it. */
    notes(label: string) {
      const entry = input(label).closest('portal-entry')!;
      const group = entry.parentElement?.closest('portal-entries') ?? entry;
      const text = (from: Element, slot: string) =>
        from.querySelector(`:scope > [slot=${slot}]`)?.textContent?.trim() ?? '';
      return { state: text(group, 'state'), error: text(entry, 'error'), hint: text(entry, 'hint') };
    },
    completion: () => inside.querySelector('.completion p')?.textContent ?? '',
    async read() {
      const answer = await (await store.member()).me();
      return answer.ok ? answer.value.profile.missing.map(({ field }) => field) : undefined;
    },
  };
}
export type ProfilePage = Awaited<ReturnType<typeof openProfile>>;
export const isSaved = (page: ProfilePage, label: string) =>
  waitFor(() => page.notes(label).state === 'Saved', `${label} is saved`);
