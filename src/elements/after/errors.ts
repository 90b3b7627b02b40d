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

/** Whether the network has come back since it caused a problem. */
const isBack = new WeakMap<Problem, boolean>();

/** An element, with the form whose fields say their own errors. */
interface Teller {
  form?: { has(name: string): boolean };
  requestUpdate(): void;
}

/** An error at a field that is not on the page must not go unsaid. */
export function problemAlert(
  { problem, retry }: { problem: Problem; retry: () => void },
  host: Teller,
  strings: Strings,
): TemplateResult | typeof nothing {
  const names =
    problem.code === 'code-invalid' ? ['code'] : problem.errors?.map(({ pointer }) => pointer.slice(1));
  if (host.form && names?.every((name) => host.form?.has(name))) return nothing;
  const again = transient.includes(problem.code) ? { label: strings.retry, run: retry } : undefined;
  const text = isBack.get(problem) ? strings.onlineAgain : problemText(problem, strings);
  if (problem.code === 'network' && !isBack.has(problem)) {
    isBack.set(problem, false);
    // Nothing that was typed is sent by itself. The listener stays for one event, which costs less than to end it.
    addEventListener('online', () => (isBack.set(problem, true), host.requestUpdate()), { once: true });
  }
  return alert(text, again);
}
