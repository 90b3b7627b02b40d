/** Long date and short time, in UTC: the reader's time zone is not known. */
export const instantIn = (language: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
