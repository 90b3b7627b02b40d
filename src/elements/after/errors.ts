/** Where a problem is told: at the field that its pointer names, or as a whole in the alert. */
import { nothing, type TemplateResult } from 'lit';
import { fieldText, problemText } from '../../i18n/after/format.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Problem } from '../../session/types.ts';
import { alert } from '../../ui/after/alert.ts';

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

/** Worth the same request again. */
const transient: readonly Problem['code'][] = ['network', 'timeout', 'unavailable', 'internal'];

/** `has`: is the field on the page? An error at one that is not must not go unsaid. */
export function problemAlert(
  { problem, retry }: { problem: Problem; retry: () => void },
  has: (name: string) => boolean,
  strings: Strings,
): TemplateResult | typeof nothing {
  const names =
    problem.code === 'code-invalid' ? ['code'] : problem.errors?.map(({ pointer }) => pointer.slice(1));
  if (names?.every(has)) return nothing;
  const again = transient.includes(problem.code) ? { label: strings.retry, run: retry } : undefined;
  return alert(problemText(problem, strings), again);
}
