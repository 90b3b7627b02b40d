import type { LaunchWords } from './words.ts';

export const nl: LaunchWords = {
  language: 'nl',
  direction: 'ltr',
  ask: (app) => `Doorgaan naar ${app}?`,
  asWho: 'Je wordt daar ingelogd als',
  proceed: (app) => `Doorgaan naar ${app}`,
  notYou: (business) =>
    `Ben jij dit niet, of heb je hier niet voor gekozen? Sluit deze pagina, er is niets gebeurd. Log daarna zelf in bij ${business}.`,
  dead: 'Deze toegang werkt niet meer',
  deadBecause: 'Die is al gebruikt of meer dan een minuut oud, of je bent sindsdien uitgelogd.',
  deadAdvice: 'Ga terug naar de pagina waar je vandaan kwam en kies de app opnieuw.',
  tooMany: 'Te veel pogingen',
  tooManyAdvice: 'Wacht een paar minuten en kies de app dan opnieuw.',
  logInFirst: (app, business) =>
    app ? `Log in bij ${business} om ${app} te openen` : `Log eerst in bij ${business}`,
  logInFirstAdvice: (business) => `Log in bij ${business} en kies de app daar.`,
  logInFor: (business) => `{app} vraagt je in te loggen bij ${business}.`,
  needsScript: 'Deze pagina heeft JavaScript nodig. Zet het aan voor deze site en laad de pagina opnieuw.',
  refused: 'De app vroeg iets wat niet kan',
  refusedAdvice: 'Er zit een fout in hoe de app is ingesteld. Laat het weten aan wie de app beheert.',
  logOut: 'Wil je uitloggen?',
  logOutLead: (business) =>
    `Je wordt uitgelogd uit de apps van ${business}. Op de website zelf blijf je ingelogd.`,
  logOutNow: 'Uitloggen',
  loggedOut: 'Je bent uitgelogd',
  loggedOutLead: 'Je kunt deze pagina sluiten.',
  goTo: (host) => `Naar ${host}`,
};
