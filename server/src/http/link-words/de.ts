import type { LinkWords } from './words.ts';

export const de: LinkWords = {
  language: 'de',
  direction: 'ltr',
  heading: (business) => `Bei ${business} anmelden`,
  sent: (business) => `${business} hat Ihnen diesen Link gesendet. Er meldet Sie einmal an.`,
  asked: 'Sie haben diesen Link angefordert. Noch ein Klick, und Sie sind drin.',
  request: (tag) => `Anfrage ${tag}`,
  proceed: (host) => `Weiter zu ${host}`,
  hereOnly: 'Das funktioniert in dem Browser, in dem Sie den Link angefordert haben.',
  elsewhere: 'In einem anderen Browser oder auf einem anderen Gerät angefordert?',
  typeCode: (tag) => `Geben Sie diesen Code dort ein, in dem Fenster, das die Anfrage ${tag} zeigt:`,
  notAsked: (business) =>
    `Sie haben nichts angefordert? Schließen Sie diese Seite, es ist nichts geschehen. Nennen Sie den Code niemandem: Bei ${business} braucht ihn niemand.`,
  dead: 'Dieser Link gilt nicht mehr',
  deadBecause: 'Er wurde schon verwendet, ist zu alt oder wurde durch eine neuere E-Mail ersetzt.',
  deadAdvice:
    'Kehren Sie zu dem Fenster zurück, in dem Sie ihn angefordert haben. Dort können Sie sich einen neuen senden lassen.',
  goTo: (host) => `Zu ${host}`,
};
