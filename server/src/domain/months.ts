/**
 * Calendar months, counted since year 0, in UTC: the only zone that all of a business's accounts, its own books and
 * its server's database agree on. At most half a day's commissions stand in the neighbouring month.
 */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** As ISO 8601 writes it. */
export const monthName = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
