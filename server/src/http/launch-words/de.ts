import type { LaunchWords } from './words.ts';

export const de: LaunchWords = {
  language: 'de',
  direction: 'ltr',
  ask: (app) => `Weiter zu ${app}?`,
  asWho: 'Sie werden dort angemeldet als',
  proceed: (app) => `Weiter zu ${app}`,
  notYou: (business) =>
    `Das sind nicht Sie, oder Sie wollten nicht dorthin? Schließen Sie diese Seite, es ist nichts geschehen. Melden Sie sich dann selbst bei ${business} an.`,
  dead: 'Dieser Zugang gilt nicht mehr',
  deadBecause:
    'Er wurde schon verwendet, ist älter als eine Minute, oder Sie haben sich inzwischen abgemeldet.',
  deadAdvice:
    'Kehren Sie zu der Seite zurück, von der Sie gekommen sind, und wählen Sie die App noch einmal.',
  tooMany: 'Zu viele Versuche',
  tooManyAdvice: 'Warten Sie einige Minuten und wählen Sie die App dann noch einmal.',
  logInFirst: (app, business) =>
    app
      ? `Melden Sie sich bei ${business} an, um ${app} zu öffnen`
      : `Melden Sie sich zuerst bei ${business} an`,
  logInFirstAdvice: (business) => `Melden Sie sich bei ${business} an und wählen Sie dort die App.`,
  logInFor: (business) => `Für {app} melden Sie sich bitte bei ${business} an.`,
  needsScript:
    'Diese Seite braucht JavaScript. Schalten Sie es für diese Website ein und laden Sie die Seite neu.',
  refused: 'Die App hat etwas verlangt, das nicht möglich ist',
  refusedAdvice: 'Das ist ein Fehler in der Einrichtung der App. Wer sie betreut, sollte davon erfahren.',
  logOut: 'Möchten Sie sich abmelden?',
  logOutLead: (business) =>
    `Sie werden von den Apps von ${business} abgemeldet. Auf der Website selbst bleiben Sie angemeldet.`,
  logOutNow: 'Abmelden',
  loggedOut: 'Sie sind abgemeldet',
  loggedOutLead: 'Sie können diese Seite schließen.',
  goTo: (host) => `Zu ${host}`,
};
