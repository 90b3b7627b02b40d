import type { LinkWords } from './words.ts';

export const sv: LinkWords = {
  language: 'sv',
  direction: 'ltr',
  heading: (business) => `Logga in hos ${business}`,
  sent: (business) => `${business} har skickat den här länken till dig. Den loggar in dig en gång.`,
  asked: 'Du har bett om den här länken. Ett klick till, så är du inne.',
  request: (tag) => `Begäran ${tag}`,
  proceed: (host) => `Fortsätt till ${host}`,
  hereOnly: 'Det fungerar i webbläsaren där du bad om länken.',
  elsewhere: 'Bad du om den i en annan webbläsare eller på en annan enhet?',
  typeCode: (tag) => `Ange den här koden där, i fönstret som visar begäran ${tag}:`,
  notAsked: (business) =>
    `Har du inte bett om det? Stäng sidan, inget har hänt. Berätta aldrig koden för någon: ingen på ${business} behöver den.`,
  dead: 'Länken fungerar inte längre',
  deadBecause: 'Den har redan använts, är för gammal eller har ersatts av ett nyare mejl.',
  deadAdvice: 'Gå tillbaka till fönstret där du bad om den. Där kan du få en ny skickad.',
  goTo: (host) => `Gå till ${host}`,
};
