import type { LaunchWords } from './words.ts';

export const it: LaunchWords = {
  language: 'it',
  direction: 'ltr',
  ask: (app) => `Vuoi continuare su ${app}?`,
  asWho: 'Lì accederai come',
  proceed: (app) => `Continua su ${app}`,
  notYou: (business) =>
    `Non sei tu, o non hai scelto di andarci? Chiudi questa pagina, non è successo niente. Poi accedi a ${business} per conto tuo.`,
  dead: 'Questo accesso non funziona più',
  deadBecause: 'È già stato usato, ha più di un minuto, oppure nel frattempo hai chiuso la sessione.',
  deadAdvice: 'Torna alla pagina da cui arrivi e scegli di nuovo l’app.',
  tooMany: 'Troppi tentativi',
  tooManyAdvice: 'Attendi qualche minuto, poi scegli di nuovo l’app.',
  logInFirst: (app, business) =>
    app ? `Accedi a ${business} per aprire ${app}` : `Prima accedi a ${business}`,
  logInFirstAdvice: (business) => `Accedi a ${business} e scegli l’app da lì.`,
  logInFor: (business) => `{app} ti chiede di accedere a ${business}.`,
  needsScript: 'Questa pagina ha bisogno di JavaScript. Attivalo per questo sito e ricarica la pagina.',
  refused: 'L’app ha chiesto qualcosa che non si può fare',
  refusedAdvice: 'È un errore nella configurazione dell’app. Chi se ne occupa dovrebbe saperlo.',
  logOut: 'Vuoi uscire?',
  logOutLead: (business) =>
    `La tua sessione nelle app di ${business} verrà chiusa. Nel suo sito resterà aperta.`,
  logOutNow: 'Esci',
  loggedOut: 'Sessione chiusa',
  loggedOutLead: 'Puoi chiudere questa pagina.',
  goTo: (host) => `Vai a ${host}`,
};
