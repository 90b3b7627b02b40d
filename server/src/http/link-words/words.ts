/** What a language must say on the page of a link. */
export interface LinkWords {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  heading(business: string): string;
  /** For a link that the business sent without being asked. */
  sent(business: string): string;
  /** For one that was asked for; `tag` as the asking window shows it. */
  asked: string;
  request(tag: string): string;
  proceed(host: string): string;
  hereOnly: string;
  elsewhere: string;
  typeCode(tag: string): string;
  notAsked(business: string): string;
  dead: string;
  deadBecause: string;
  deadAdvice: string;
  goTo(host: string): string;
}
