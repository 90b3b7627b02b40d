/** Where somebody thinks of a password: with the rule that it must follow, once the business's facts have said it. */
import type { TemplateResult } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { CredentialElement } from '../credential-element.ts';

export function newPasswordField(
  host: CredentialElement,
  label: string,
  { showPassword, passwordHint }: Strings,
): TemplateResult {
  const min = host.session.portal?.password.minLength;
  return host.field({
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    reveal: showPassword,
    // The line keeps its place.
    hint: min ? fill(passwordHint, { min }) : '\u00a0',
  });
}
