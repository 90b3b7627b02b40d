const day = 24 * 60 * 60 * 1_000;

/** Days from now, at a believable hour; always the same minute of a day, so that a renewed demo is the same. */
export interface DemoTime {
  ago(days: number, hour?: number): string;
  ahead(days: number, hour?: number): string;
  /** A day of the month that was so many months ago, undefined where that is still to come. */
  inMonth(monthsAgo: number, dayOfMonth: number): string | undefined;
}

export function demoTime(now: number): DemoTime {
  const today = new Date(now);
  const at = (time: number, hour: number) => {
    const date = new Date(time);
    return new Date(
      Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), hour, 30),
    ).toISOString();
  };
  return {
    ago: (days, hour = 9) => at(now - days * day, hour),
    ahead: (days, hour = 9) => at(now + days * day, hour),
    inMonth(monthsAgo, dayOfMonth) {
      const date = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsAgo, dayOfMonth, 10, 15);
      return date <= now ? new Date(date).toISOString() : undefined;
    },
  };
}
