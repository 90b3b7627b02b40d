import type { LaunchWords } from './words.ts';

export const pl: LaunchWords = {
  language: 'pl',
  direction: 'ltr',
  ask: (app) => `Przejść do aplikacji ${app}?`,
  asWho: 'Zalogujesz się tam jako',
  proceed: (app) => `Przejdź do aplikacji ${app}`,
  notYou: (business) =>
    `To nie Ty albo to nie był Twój wybór? Zamknij tę stronę, nic się nie stało. Potem samodzielnie zaloguj się na stronie ${business}.`,
  dead: 'To wejście już nie działa',
  deadBecause: 'Zostało już użyte, ma ponad minutę albo nastąpiło po nim wylogowanie.',
  deadAdvice: 'Wróć do poprzedniej strony i wybierz aplikację jeszcze raz.',
  tooMany: 'Zbyt wiele prób',
  tooManyAdvice: 'Odczekaj kilka minut i wybierz aplikację jeszcze raz.',
  logInFirst: (app, business) =>
    app
      ? `Zaloguj się na stronie ${business}, aby otworzyć aplikację ${app}`
      : `Najpierw zaloguj się na stronie ${business}`,
  logInFirstAdvice: (business) => `Zaloguj się na stronie ${business} i stamtąd wybierz aplikację.`,
  logInFor: (business) => `Aplikacja {app} prosi o zalogowanie się na stronie ${business}.`,
  needsScript: 'Ta strona wymaga JavaScriptu. Włącz go dla tej witryny i odśwież stronę.',
  refused: 'Aplikacja poprosiła o coś, czego nie można zrobić',
  refusedAdvice:
    'To błąd w konfiguracji aplikacji. Powinna się o nim dowiedzieć osoba, która się nią opiekuje.',
  logOut: 'Wylogować się?',
  logOutLead: (business) =>
    `Wylogujesz się z aplikacji ${business}. Na samej stronie nadal będziesz mieć dostęp do konta.`,
  logOutNow: 'Wyloguj się',
  loggedOut: 'Wylogowano',
  loggedOutLead: 'Możesz zamknąć tę stronę.',
  goTo: (host) => `Przejdź do ${host}`,
};
