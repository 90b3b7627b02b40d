import type { LinkWords } from './words.ts';

export const pl: LinkWords = {
  language: 'pl',
  direction: 'ltr',
  heading: (business) => `Logowanie – ${business}`,
  sent: (business) => `Ten link pochodzi od zespołu ${business}. Zaloguje Cię jeden raz.`,
  asked: 'To link, o który prosisz. Jeszcze jedno kliknięcie i gotowe.',
  request: (tag) => `Prośba ${tag}`,
  proceed: (host) => `Przejdź do ${host}`,
  hereOnly: 'Działa w tej przeglądarce, w której poproszono o link.',
  elsewhere: 'Prośba wyszła z innej przeglądarki lub z innego urządzenia?',
  typeCode: (tag) => `Wpisz ten kod tam, w oknie, które pokazuje prośbę ${tag}:`,
  notAsked: (business) =>
    `To nie Twoja prośba? Zamknij tę stronę, nic się nie stało. Nikomu nie podawaj kodu: nikt z zespołu ${business} go nie potrzebuje.`,
  dead: 'Ten link już nie działa',
  deadBecause: 'Został już użyty, jest za stary albo zastąpił go nowszy e-mail.',
  deadAdvice: 'Wróć do okna, w którym poproszono o link. Tam możesz wysłać sobie nowy.',
  goTo: (host) => `Przejdź do ${host}`,
};
