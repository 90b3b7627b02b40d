/** French: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Un problème est survenu de notre côté. Veuillez réessayer.';
const outOfStep =
  'Cette page n’est plus synchronisée avec le serveur. Rechargez-la\u202f; si cela ne suffit pas, vérifiez la date et l’heure de votre appareil.';
const setUp = 'Ce formulaire n’est encore relié à aucun portail. ';
const restart = 'Recommencez pour obtenir un nouveau code.';

export const strings: Strings = {
  locale: 'fr',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  showPassword: 'Afficher le mot de passe',
  working: 'Un instant…',
  logIn: 'Se connecter',
  logInLead: 'Bon retour parmi nous.',
  forgot: 'Mot de passe oublié\u202f?',
  codeInstead: 'Recevoir plutôt un code par e-mail',
  passwordInstead: 'Utiliser plutôt le mot de passe',
  sendCode: 'Recevoir un code par e-mail',
  sendCodeLead: 'Indiquez votre adresse e-mail et nous vous enverrons un code de connexion.',
  toSignUp: 'Première visite\u202f?',
  createAccount: 'Créer un compte',

  name: 'Prénom et nom',
  code: 'Code',
  retry: 'Réessayer',
  close: 'Fermer',
  startAgain: 'Recommencer',
  otherEmail: 'Utiliser une autre adresse',

  coolDown: 'Réessayer dans {wait}',

  signUpLead: 'Une minute suffit.',
  passwordHint: 'Au moins {min} caractères',
  toLogIn: 'Vous avez déjà un compte\u202f?',
  terms: 'Conditions d’utilisation',
  privacy: 'Politique de confidentialité',
  verified: 'Votre compte est prêt',
  verifiedLead: 'Connectez-vous avec le mot de passe que vous venez de choisir.',

  checkEmail: 'Consultez vos e-mails',
  codeLead: 'Nous vous avons envoyé un e-mail. Saisissez ici les {length} chiffres qu’il contient.',
  linkLead: 'Le lien qu’il contient vous connecte aussi, si vous l’ouvrez dans ce navigateur.',
  longCodeLead:
    'Nous vous avons envoyé un e-mail avec un code plus long, car des codes erronés ont été saisis pour cette adresse. Saisissez ici ses {length} lettres et chiffres.',
  request: 'Demande {tag}',
  codeLives: 'L’e-mail indique la même demande. Son code est valable {wait}.',
  confirm: 'Continuer',
  resend: 'Envoyer un nouveau code',
  resendIn: 'Nouveau code dans {wait}',
  resent: 'Un nouveau code est en route. Le précédent n’est plus valable.',

  choose: 'Choisissez un compte',
  severalAccounts: '{email} a plusieurs comptes ici.',
  alreadyRegistered:
    '{email} a déjà un compte ici. Rien de nouveau n’a été créé\u202f; continuez avec celui-ci.',
  createdOn: 'Créé le {date}',
  lastUsed: 'dernière utilisation le {date}',
  chooseElsewhere: 'Encore une étape\u00a0: choisissez votre compte sur cette page.',

  signedIn: 'Connexion réussie',
  logOut: 'Se déconnecter',

  onlineAgain: 'Votre connexion est rétablie.',
  waitFor: 'Veuillez patienter {wait} avant de réessayer.',
  attemptsLeft: { one: 'Il vous reste un essai.', other: 'Il vous reste {left} essais.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Veuillez vous reconnecter.',
    'session-ended': 'Votre session a pris fin. Veuillez vous reconnecter.',
    'step-up-required': 'Veuillez d’abord confirmer que c’est bien vous.',
    'account-changed': 'Le compte a été changé dans un autre onglet. Rien n’a été modifié ici.',
    'invalid-input': 'Veuillez vérifier votre saisie.',
    'link-invalid':
      'Ce lien a déjà été utilisé ou il est trop ancien. Connectez-vous ici ou demandez-en un nouveau.',
    'link-other-device':
      'Ce lien ne fonctionne que dans le navigateur où il a été demandé. Ouvrez-le dans celui-ci ou saisissez-y le code de l’e-mail.',
    'credentials-invalid':
      'L’adresse e-mail et le mot de passe ne correspondent pas. Vérifiez les deux ou connectez-vous avec un code par e-mail.',
    'password-paused':
      'Trop de mots de passe erronés ont été saisis pour cette adresse e-mail. Pour votre sécurité, connectez-vous avec un code par e-mail.',
    'flow-invalid': `Cette demande de code n’est plus ouverte. ${restart}`,
    'code-invalid': 'Ce code n’est pas le bon. Seul le plus récent est valable.',
    'code-expired': 'Ce code a expiré. Demandez-en un nouveau.',
    'attempts-exhausted': `Trop de codes erronés. ${restart}`,
    'resend-too-soon': 'Un code vient d’être envoyé. Regardez aussi dans vos courriers indésirables.',
    'resend-exhausted': `Nous ne pouvons plus envoyer de code pour cette demande. ${restart}`,
    'selection-invalid': 'Un certain temps a passé\u202f; pour votre sécurité, veuillez vous reconnecter.',
    'account-limit':
      'Cette adresse e-mail ne peut pas avoir d’autres comptes ici. Connectez-vous à celui que vous avez.',
    'sign-up-closed': 'Il n’est pas possible de créer un compte ici pour le moment.',
    'method-disabled': 'Ce mode de connexion n’est pas proposé ici. Veuillez utiliser l’autre.',
    'challenge-required': ours,
    'rate-limited': 'Trop d’essais en peu de temps.',
    unavailable: 'Le serveur est très sollicité. Rien n’est perdu\u202f; veuillez réessayer.',
    network: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
    timeout: 'Le serveur met trop de temps à répondre. Veuillez réessayer.',
    'insecure-page':
      'Pour votre sécurité, ce formulaire ne fonctionne que sur une page dont l’adresse commence par https://',
    'page-without-origin':
      'Ce formulaire ne fonctionne pas dans ce cadre. Veuillez ouvrir la page séparément.',
    'origin-not-allowed':
      'Ce site n’est pas encore autorisé à utiliser le portail. La console du navigateur en indique la raison à qui le gère.',
    'business-not-found': `${setUp}Il n’y a pas de portail à l’URL de son backend\u202f; si vous gérez ce site, vérifiez data-backend.`,
    'backend-missing': `${setUp}Si vous gérez ce site, ajoutez data-backend="https://…" à la balise script, ou <portal-provider backend="https://…"> autour de cet élément.`,
    'backend-invalid': `${setUp}Si vous gérez ce site, data-backend doit être une URL complète commençant par https://`,
  },
  fields: {
    required: 'Veuillez remplir ce champ.',
    invalid: 'Cela ne semble pas correct.',
    'too-short': 'C’est trop court.',
    'too-long': 'C’est trop long.',
    'unknown-field': ours,
    'email-invalid': 'Cela ne ressemble pas à une adresse e-mail, comme nom@example.com.',
    'password-too-short': 'Utilisez au moins {min} caractères.',
    'password-too-long': 'Ce mot de passe est trop long.',
    'password-common': 'Trop de gens utilisent ce mot de passe. Veuillez en choisir un autre.',
  },
};
