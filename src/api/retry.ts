/** When a failed request is sent again without anybody asking, and after how long. */
import type { EndpointName } from '../contract/endpoints.ts';
import type { Problem } from './result.ts';

/**
 * Whatever else is done twice costs the visitor something: an attempt at a code or a password, a
 * second mail. A new endpoint is not repeated until it is listed here.
 */
const repeatable: readonly EndpointName[] = ['readPortal', 'refreshSession', 'endSession', 'readMe'];
const passing = [408, 425, 502, 503, 504];

/** Milliseconds, full jitter; undefined: do not retry. `status` is 0 when there was no answer. */
export function retryDelay(
  name: EndpointName,
  retries: number,
  status: number,
  { code, retryAfter }: Problem,
): number | undefined {
  const hopeful =
    passing.includes(status) || code === 'network' || (status === 429 && retryAfter !== undefined);
  if (!hopeful || retries > 1 || !repeatable.includes(name) || (retryAfter ?? 0) > 5) return undefined;
  return (retryAfter ?? 0) * 1000 + Math.random() * 300 * 2 ** retries;
}

/** Whole seconds of a Retry-After header (RFC 9110 section 10.2.3): at most 60, and 5 for what makes no sense. */
export function parseRetryAfter(value: string, date: string | null): number {
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : // Beside the answer's own Date, so that a visitor's wrong clock does not matter.
      value.endsWith('GMT') && (Date.parse(value) - (date ? Date.parse(date) : Date.now())) / 1000;
  return seconds !== false && seconds >= 0 ? Math.ceil(Math.min(60, seconds)) : 5;
}
