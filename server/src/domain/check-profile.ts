/** Answers of a profile, held against what the business asks: from the customer, and from the business itself. */
import {
  checkField,
  type Checked,
  type FieldRule,
  type FieldValue,
} from '../../../src/contract/profile-fields.ts';
import type { FieldError } from '../../../src/contract/problems.ts';
import type { Business } from './business.ts';
import type { Dependencies } from './ports.ts';
import { ruleOf, signUpFields } from './profile-fields.ts';

interface CheckedValues {
  /** As they are kept; null is gone. Sorted by name, whoever saves: two who save the same fields never wait in a circle. */
  values: [string, FieldValue | null][];
  errors: FieldError[];
}

export function checkValues(
  { phones }: Pick<Dependencies, 'phones'>,
  ruleFor: (name: string) => FieldRule | undefined,
  sent: Readonly<Record<string, unknown>>,
  pointer: string,
): CheckedValues {
  const checked: CheckedValues = { values: [], errors: [] };
  for (const [name, value] of Object.entries(sent).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rule = ruleFor(name);
    const result: Checked = rule ? checkField(rule, value) : { code: 'unknown-field' };
    if (result.code === undefined) {
      const isPhone = rule?.type === 'phone' && typeof result.value === 'string';
      checked.values.push([name, isPhone ? phones.tidied(String(result.value)) : result.value]);
    } else {
      const path = [name, ...('part' in result && result.part !== undefined ? [result.part] : [])];
      const escaped = path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
      checked.errors.push({ pointer: [pointer, ...escaped].join('/'), code: result.code });
    }
  }
  return checked;
}

/** From the business: what it asks of its customers it may leave for them to answer, but not answer wrongly. */
export const checkProfile = (
  deps: Pick<Dependencies, 'phones'>,
  { settings }: Business,
  sent: Readonly<Record<string, unknown>>,
): CheckedValues => {
  const rules = new Map(settings.profileFields.map((field) => [field.name, { ...field, required: false }]));
  return checkValues(deps, (name) => rules.get(name), sent, '/profile');
};

/** At sign-up: all that is asked there, for nothing can be added before the account exists. */
export function checkSignUp(
  deps: Pick<Dependencies, 'phones'>,
  business: Business,
  sent: Readonly<Record<string, unknown>>,
): CheckedValues {
  const rules = new Map(signUpFields(business).map((field) => [field.name, field]));
  const unanswered = Object.fromEntries([...rules.keys()].map((name) => [name, null]));
  return checkValues(deps, (name) => rules.get(name), { ...unanswered, ...sent }, '/values');
}

/** What belongs to the account itself. */
export const checkOwnField = (business: Business, name: 'name' | 'locale', value: unknown): Checked => {
  const rule = ruleOf(business, name);
  return rule ? checkField(rule, value) : { code: 'unknown-field' };
};
