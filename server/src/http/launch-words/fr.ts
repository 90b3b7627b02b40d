import type { LaunchWords } from './words.ts';

export const fr: LaunchWords = {
  language: 'fr',
  direction: 'ltr',
  ask: (app) => `Continuer vers ${app}\u202f?`,
  asWho: 'Vous y utiliserez le compte',
  proceed: (app) => `Continuer vers ${app}`,
  notYou: (business) =>
    `Ce n’est pas vous, ou vous n’avez pas choisi d’y aller\u202f? Fermez cette page, il ne s’est rien passé. Connectez-vous ensuite vous-même à ${business}.`,
  dead: 'Cet accès ne fonctionne plus',
  deadBecause:
    'Il a déjà été utilisé, il date de plus d’une minute, ou vous avez quitté votre session entre-temps.',
  deadAdvice: 'Revenez à la page d’où vous venez et choisissez de nouveau l’application.',
  tooMany: 'Trop d’essais',
  tooManyAdvice: 'Patientez quelques minutes, puis choisissez de nouveau l’application.',
  logInFirst: (app, business) =>
    app ? `Connectez-vous à ${business} pour ouvrir ${app}` : `Connectez-vous d’abord à ${business}`,
  logInFirstAdvice: (business) => `Connectez-vous à ${business} et choisissez-y l’application.`,
  logInFor: (business) => `{app} vous demande de vous connecter à ${business}.`,
  needsScript: 'Cette page a besoin de JavaScript. Activez-le pour ce site, puis rechargez la page.',
  refused: 'L’application a demandé quelque chose d’impossible',
  refusedAdvice:
    'C’est une erreur de configuration de l’application. La personne qui s’en occupe devrait le savoir.',
  logOut: 'Voulez-vous vous déconnecter\u202f?',
  logOutLead: (business) =>
    `Votre session dans les applications ${business} prendra fin. Sur son propre site, elle reste ouverte.`,
  logOutNow: 'Se déconnecter',
  loggedOut: 'Déconnexion réussie',
  loggedOutLead: 'Vous pouvez fermer cette page.',
  goTo: (host) => `Aller sur ${host}`,
};
