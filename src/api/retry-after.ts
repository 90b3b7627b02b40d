/** Whole seconds of a Retry-After header (RFC 9110 section 10.2.3): at most 60, and 5 for what makes no sense. */
export function parseRetryAfter(value: string, date: string | null): number {
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : // Beside the answer's own Date, so that a visitor's wrong clock does not matter.
      value.endsWith('GMT') && (Date.parse(value) - (date ? Date.parse(date) : Date.now())) / 1000;
  return seconds !== false && seconds >= 0 ? Math.ceil(Math.min(60, seconds)) : 5;
}
