/** What the demo bakery asks of its customers, and what two of them have answered. The third is yet to. */
import type { FieldValue } from '../../../src/contract/profile-fields.ts';
import type { Business } from '../domain/business.ts';
import type { Dependencies } from '../domain/ports.ts';
import type { ProfileFieldSettings } from '../domain/profile-fields.ts';
import { schoolId } from './apps.ts';
import { catering, type DemoPerson, mira } from './people.ts';

const option = (value: string, en: string) => ({ value, label: { en } });

export const demoFields: ProfileFieldSettings[] = [
  {
    name: 'phone',
    type: 'phone',
    label: { en: 'Phone' },
    help: { en: 'We call when a class is moved.' },
    required: true,
    apps: [schoolId],
  },
  {
    name: 'bread',
    type: 'select',
    label: { en: 'Favourite bread' },
    options: [option('sourdough', 'Sourdough'), option('rye', 'Rye'), option('buns', 'Cinnamon buns')],
  },
  {
    name: 'avoid',
    type: 'multi-select',
    label: { en: 'What you do not eat' },
    options: [
      option('nuts', 'Nuts'),
      option('dairy', 'Dairy'),
      option('eggs', 'Eggs'),
      option('sesame', 'Sesame'),
    ],
  },
  {
    name: 'letters',
    type: 'checkbox',
    label: { en: 'Write to me when something new comes out of the oven' },
  },
];

const answers: readonly [DemoPerson, Record<string, FieldValue>][] = [
  [mira, { phone: '+442079460018', bread: 'sourdough', avoid: ['sesame'], letters: true }],
  [catering, { phone: '+442079460188', bread: 'buns' }],
];

/** What they have changed since stays. */
export async function putDemoProfiles(
  { storage: { profiles } }: Pick<Dependencies, 'storage'>,
  { id: businessId }: Business,
  now: number,
): Promise<void> {
  for (const [{ id }, values] of answers) {
    const account = { id, businessId };
    const known = await profiles.of(account);
    for (const [name, value] of Object.entries(values))
      if (!Object.hasOwn(known, name)) await profiles.put(account, name, value, now);
  }
}
