/** Where a problem is told: at the field that its pointer names, or as a whole in the alert. */
import { fieldText, problemText } from '../../i18n/after/format.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Problem } from '../../session/types.ts';

/** `min`: the business's shortest password. */
export function fieldError(
  problem: Problem | undefined,
  name: string,
  strings: Strings,
  min: number | undefined,
): string | undefined {
  if (problem?.code === 'code-invalid' && name === 'code') return problemText(problem, strings);
  const error = problem?.errors?.find(({ pointer }) => pointer === `/${name}`);
  return error && fieldText(error.code, strings, min);
}

/** `has`: is the field on the page? An error at one that is not must not go unsaid. */
export function alertText(
  problem: Problem | undefined,
  has: (name: string) => boolean,
  strings: Strings,
): string | undefined {
  if (!problem) return undefined;
  const names =
    problem.code === 'code-invalid' ? ['code'] : problem.errors?.map(({ pointer }) => pointer.slice(1));
  return names?.every(has) ? undefined : problemText(problem, strings);
}
