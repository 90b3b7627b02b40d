/**
 * What the business asks at sign-up beside name, email and password: the fields and the rule of the profile, in the form
 * of the sign-up. Fetched only where something is asked.
 */
import type { TemplateResult } from 'lit';
import { withProfile } from '../../i18n/profile/en.ts';
import type { Strings } from '../../i18n/strings.ts';
import { askedAtSignUp } from '../../session/profile/asked-at-sign-up.ts';
import { type AddressPart, checkField } from '../../session/profile/rules.ts';
import type { Portal, Problem } from '../../session/types.ts';
import { FieldViews, readField } from '../profile/fields.ts';
import type { Asked, FieldState } from '../profile/saving.ts';

type Errors = NonNullable<Problem['errors']>;

/** In the request the answers stand by themselves; inputs are named as the errors' pointers are (RFC 6901). */
const within = 'values/';

const stateOf = (name: string, errors: Errors): FieldState | undefined => {
  const error = errors.find(({ pointer }) => `${pointer}/`.startsWith(`/${name}/`));
  return error && { code: error.code, part: error.pointer.slice(name.length + 2) as AddressPart };
};

/** `form`: where the answers have been typed. */
export class AskedFields {
  readonly #fields: Asked[];

  constructor(portal: Portal | undefined, language: string) {
    this.#fields = askedAtSignUp(portal, language).map((field) => ({ ...field, name: within + field.name }));
  }

  view(prefix: string, strings: Strings, problem: Problem | undefined): TemplateResult[] {
    const states = new Map(
      this.#fields.flatMap(({ name }) => {
        const state = stateOf(name, problem?.errors ?? []);
        return state ? [[name, state]] : [];
      }),
    );
    const views = new FieldViews(prefix, withProfile(strings), states, {});
    return this.#fields.map((field) => views.view(field));
  }

  /** What is plainly wrong. */
  faults(form: HTMLFormElement | null): Errors {
    return this.#fields.flatMap((field) => {
      const checked = checkField(field, readField(form, field));
      if (checked.code === undefined) return [];
      const part = 'part' in checked && checked.part;
      return [{ pointer: `/${field.name}${part ? `/${part}` : ''}`, code: checked.code }];
    });
  }

  values(form: HTMLFormElement | null): Record<string, unknown> {
    return Object.fromEntries(
      this.#fields.map((field) => [field.name.slice(within.length), readField(form, field)]),
    );
  }
}
