import type { LinkWords } from './words.ts';

export const fr: LinkWords = {
  language: 'fr',
  direction: 'ltr',
  heading: (business) => `Se connecter à ${business}`,
  sent: (business) => `${business} vous a envoyé ce lien. Il vous connecte une seule fois.`,
  asked: 'Vous avez demandé ce lien. Encore un clic, et vous y êtes.',
  request: (tag) => `Demande ${tag}`,
  proceed: (host) => `Continuer vers ${host}`,
  hereOnly: 'Cela fonctionne dans le navigateur où vous avez fait la demande.',
  elsewhere: 'Demandé dans un autre navigateur ou sur un autre appareil\u202f?',
  typeCode: (tag) => `Saisissez-y ce code, dans la fenêtre qui affiche la demande ${tag}\u00a0:`,
  notAsked: (business) =>
    `Vous n’avez rien demandé\u202f? Fermez cette page, il ne s’est rien passé. Ne donnez le code à personne\u00a0: nul n’en a besoin chez ${business}.`,
  dead: 'Ce lien ne fonctionne plus',
  deadBecause: 'Il a déjà été utilisé, il est trop ancien, ou un e-mail plus récent l’a remplacé.',
  deadAdvice: 'Revenez à la fenêtre où vous avez fait la demande. Vous pourrez y demander un nouveau lien.',
  goTo: (host) => `Aller sur ${host}`,
};
