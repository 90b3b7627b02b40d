import type { LaunchWords } from './words.ts';

export const sv: LaunchWords = {
  language: 'sv',
  direction: 'ltr',
  ask: (app) => `Fortsätta till ${app}?`,
  asWho: 'Du loggas in där som',
  proceed: (app) => `Fortsätt till ${app}`,
  notYou: (business) =>
    `Är det här inte du, eller valde du inte att gå dit? Stäng sidan, inget har hänt. Logga sedan själv in hos ${business}.`,
  dead: 'Den här ingången fungerar inte längre',
  deadBecause: 'Den har redan använts, är mer än en minut gammal, eller så har du loggat ut sedan dess.',
  deadAdvice: 'Gå tillbaka till sidan du kom från och välj appen igen.',
  tooMany: 'För många försök',
  tooManyAdvice: 'Vänta några minuter och välj sedan appen igen.',
  logInFirst: (app, business) =>
    app ? `Logga in hos ${business} för att öppna ${app}` : `Logga först in hos ${business}`,
  logInFirstAdvice: (business) => `Logga in hos ${business} och välj appen därifrån.`,
  logInFor: (business) => `{app} ber dig logga in hos ${business}.`,
  needsScript: 'Sidan kräver JavaScript. Slå på det för den här webbplatsen och ladda om sidan.',
  refused: 'Appen bad om något som inte går att göra',
  refusedAdvice: 'Det är ett fel i hur appen har ställts in. Den som sköter appen bör få veta det.',
  logOut: 'Vill du logga ut?',
  logOutLead: (business) =>
    `Du loggas ut från apparna hos ${business}. På själva webbplatsen är du fortfarande inloggad.`,
  logOutNow: 'Logga ut',
  loggedOut: 'Du är utloggad',
  loggedOutLead: 'Du kan stänga den här sidan.',
  goTo: (host) => `Gå till ${host}`,
};
