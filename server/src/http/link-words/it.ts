import type { LinkWords } from './words.ts';

export const it: LinkWords = {
  language: 'it',
  direction: 'ltr',
  heading: (business) => `Accedi a ${business}`,
  sent: (business) => `${business} ti ha inviato questo link. Ti fa accedere una volta sola.`,
  asked: 'Hai richiesto questo link. Ancora un clic e ci sei.',
  request: (tag) => `Richiesta ${tag}`,
  proceed: (host) => `Continua su ${host}`,
  hereOnly: 'Funziona nel browser in cui hai fatto la richiesta.',
  elsewhere: 'L’hai richiesto in un altro browser o su un altro dispositivo?',
  typeCode: (tag) => `Inserisci lì questo codice, nella finestra che mostra la richiesta ${tag}:`,
  notAsked: (business) =>
    `Non hai richiesto nulla? Chiudi questa pagina, non è successo niente. Non dire il codice a nessuno: nessuno di ${business} ne ha bisogno.`,
  dead: 'Questo link non funziona più',
  deadBecause: 'È già stato usato, è troppo vecchio o un’email più recente ha preso il suo posto.',
  deadAdvice: 'Torna alla finestra in cui hai fatto la richiesta. Da lì puoi fartene inviare uno nuovo.',
  goTo: (host) => `Vai a ${host}`,
};
