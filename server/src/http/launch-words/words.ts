/** What a language must say on the pages on the way to a child app. */
export interface LaunchWords {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  ask(app: string): string;
  asWho: string;
  proceed(app: string): string;
  notYou(business: string): string;
  dead: string;
  deadBecause: string;
  deadAdvice: string;
  tooMany: string;
  tooManyAdvice: string;
  logInFirst(app: string, business: string): string;
  logInFirstAdvice(business: string): string;
  /** `{app}` stands where the app's name will. */
  logInFor(business: string): string;
  needsScript: string;
  refused: string;
  refusedAdvice: string;
  logOut: string;
  logOutLead(business: string): string;
  logOutNow: string;
  loggedOut: string;
  loggedOutLead: string;
  goTo(host: string): string;
}
