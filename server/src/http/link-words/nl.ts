import type { LinkWords } from './words.ts';

export const nl: LinkWords = {
  language: 'nl',
  direction: 'ltr',
  heading: (business) => `Inloggen bij ${business}`,
  sent: (business) => `${business} heeft je deze link gestuurd. Je kunt er één keer mee inloggen.`,
  asked: 'Je hebt om deze link gevraagd. Nog één klik en je bent binnen.',
  request: (tag) => `Aanvraag ${tag}`,
  proceed: (host) => `Doorgaan naar ${host}`,
  hereOnly: 'Dit werkt in de browser waarin je erom hebt gevraagd.',
  elsewhere: 'Gevraagd in een andere browser of op een ander apparaat?',
  typeCode: (tag) => `Vul deze code daar in, in het venster dat aanvraag ${tag} toont:`,
  notAsked: (business) =>
    `Heb je hier niet om gevraagd? Sluit deze pagina, er is niets gebeurd. Geef de code nooit aan iemand: niemand bij ${business} heeft die nodig.`,
  dead: 'Deze link werkt niet meer',
  deadBecause: 'Hij is al gebruikt, te oud of vervangen door een nieuwere e-mail.',
  deadAdvice: 'Ga terug naar het venster waarin je erom hebt gevraagd. Daar kun je een nieuwe laten sturen.',
  goTo: (host) => `Naar ${host}`,
};
