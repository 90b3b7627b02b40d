import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const fr = {
  language: 'fr',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Saisissez-le sur le site ${business} pour terminer la création de votre compte.`,
      heading: 'Confirmez votre adresse e-mail',
      paragraphs: [
        hello(name),
        `Saisissez ce code sur le site ${business} pour terminer la création de votre compte.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Si vous ne vouliez pas créer de compte, ignorez cet e-mail\u00a0: sans le code, aucun compte n’est créé.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Vous avez déjà un compte ${business}. Ce code vous y connecte.`,
      heading: 'Vous avez déjà un compte',
      paragraphs: [
        `Quelqu’un, sans doute vous, a voulu créer un compte ${business} avec cette adresse e-mail. ` +
          'Elle en a déjà un, aucun nouveau compte n’a donc été créé.',
        'Saisissez ce code là où vous vouliez créer le compte\u00a0: il vous connecte à celui que vous avez.',
      ],
      code: codeBlock(mail),
      notes: [
        'Si ce n’était pas vous, ignorez cet e-mail\u00a0: rien n’a été modifié, et personne ne peut entrer sans le code.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Saisissez-le sur le site ${business} pour vous connecter.`,
      heading: 'Votre code de connexion',
      paragraphs: [`Saisissez ce code sur le site ${business} pour vous connecter.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Si vous ne l’avez pas demandé, ignorez cet e-mail\u00a0: personne ne peut entrer sans ' +
          (mail.link ? 'le code ou le lien.' : 'le code.'),
        mail.link
          ? `Gardez le code et le lien pour vous. Personne chez ${business} ne vous les demandera jamais.`
          : neverShare(business),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Aucun compte ${business} à cette adresse (demande ${tag})`,
      preview: `Quelqu’un a voulu se connecter à ${business} avec cette adresse e-mail.`,
      heading: 'Il n’y a pas de compte à cette adresse',
      paragraphs: [
        `Quelqu’un, sans doute vous, a voulu se connecter à ${business} avec cette adresse e-mail (demande ${tag}). ` +
          'Aucun compte ne l’utilise, il n’y a donc pas de code à envoyer.',
        'Vous avez peut-être créé votre compte avec une autre adresse\u00a0: essayez-la. ' +
          `Ou créez un compte maintenant\u00a0: choisissez «\u00a0Créer un compte\u00a0» sur le site ${business}.`,
      ],
      notes: ['Si vous ne vouliez pas vous connecter, ignorez cet e-mail. Rien n’a été modifié.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Saisissez-le sur le site ${business} pour confirmer que c’est bien vous.`,
      heading: 'Confirmez que c’est bien vous',
      paragraphs: [
        `Une personne connectée à votre compte ${business} veut faire quelque chose de sensible, ` +
          'comme changer le mot de passe. Saisissez ce code sur le site pour confirmer que c’est bien vous.',
      ],
      code: codeBlock(mail),
      notes: [
        'Si ce n’est pas vous, gardez ce code pour vous\u00a0: sans lui, rien n’est modifié. ' +
          `Connectez-vous ensuite sur le site ${business}, déconnectez tous les appareils et changez votre mot de passe.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Saisissez-le sur le site ${business} pour utiliser cette adresse pour votre compte.`,
      heading: 'Confirmez votre nouvelle adresse e-mail',
      paragraphs: [
        `Saisissez ce code sur le site ${business} pour utiliser désormais cette adresse pour votre compte.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Si vous ne l’avez pas demandé, ignorez cet e-mail\u00a0: sans le code, rien n’est modifié.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Cette adresse a déjà un compte ${business} (demande ${tag})`,
      preview: 'Un autre compte ne peut pas y être transféré.',
      heading: 'Cette adresse a déjà un compte',
      paragraphs: [
        `Quelqu’un, sans doute vous, a voulu utiliser cette adresse e-mail pour un autre compte ${business} (demande ${tag}). ` +
          'Elle a déjà un compte, l’autre garde donc l’adresse qu’il a.',
        `Choisissez-y une autre adresse. Ou connectez-vous avec celle-ci sur le site ${business}\u00a0: le compte est à vous.`,
      ],
      notes: ['Si ce n’était pas vous, ignorez cet e-mail. Rien n’a été modifié.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Votre compte ${business} a un nouveau mot de passe`,
      preview: 'Si ce n’était pas vous, agissez tout de suite\u00a0: cet e-mail explique comment.',
      heading: 'Votre compte a un nouveau mot de passe',
      paragraphs: [
        hello(name),
        `Le mot de passe de votre compte ${business} a été défini ${when(event)}. ` +
          'Tous les autres appareils ont été déconnectés.',
      ],
      notes: [
        'Si c’était vous, il n’y a rien à faire.',
        `Si ce n’était pas vous, connectez-vous dès maintenant avec un code par e-mail sur le site ${business} et définissez un autre mot de passe. ` +
          `Si vous n’y parvenez pas, prévenez ${business} immédiatement.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Votre compte ${business} a une autre adresse e-mail`,
      preview:
        'Cette adresse ne permet plus de s’y connecter. Si ce n’était pas vous, agissez tout de suite.',
      heading: 'Votre compte a une autre adresse e-mail',
      paragraphs: [
        hello(name),
        `L’adresse e-mail de votre compte ${business} a été changée ${when(event)}. ` +
          'Cette adresse ne permet plus de s’y connecter, et tous les autres appareils ont été déconnectés.',
      ],
      notes: [
        'Si c’était vous, il n’y a rien à faire. Les e-mails concernant le compte arrivent désormais à la nouvelle adresse.',
        `Si ce n’était pas vous, prévenez ${business} immédiatement\u00a0: c’est le seul moyen de récupérer le compte. ` +
          'Protégez aussi votre boîte mail\u00a0: changez son mot de passe et vérifiez quels appareils y sont connectés.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Votre compte ${business} a été supprimé`,
      preview: 'Il n’existe plus, et tous les appareils ont été déconnectés.',
      heading: 'Votre compte a été supprimé',
      paragraphs: [
        hello(name),
        `Votre compte ${business} a été supprimé ${when(event)}, et tous les appareils ont été déconnectés. ` +
          'Il ne peut pas être rétabli. Si vous avez d’autres comptes avec cette adresse, ils n’ont pas changé.',
      ],
      notes: [
        'Si c’était vous, il n’y a rien à faire.',
        `Si ce n’était pas vous, prévenez ${business} immédiatement et changez le mot de passe de votre boîte mail.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `Nous avons déconnecté un appareil de votre compte ${business}`,
      preview: 'Une connexion qui n’était plus valable a été réutilisée, nous y avons donc mis fin.',
      heading: 'Nous avons déconnecté un appareil',
      paragraphs: [
        hello(name),
        `Une connexion à votre compte ${business} a été utilisée là où elle n’aurait pas dû l’être, ${when({ at, device: null })}. ` +
          'Cela arrive quand quelqu’un la copie depuis un navigateur, nous y avons donc mis fin aussitôt.' +
          (device === null ? '' : ` Elle avait été établie avec cet appareil\u00a0: ${device}.`),
      ],
      notes: [
        'Reconnectez-vous pour continuer. Ni votre compte ni vos données n’ont été modifiés.',
        `Si cela se reproduit, cherchez sur cet appareil des logiciels que vous ne connaissez pas et prévenez ${business}.`,
      ],
    }),
  },

  footer: (business) =>
    `Vous recevez cet e-mail parce que cette adresse a été utilisée sur le site ${business}.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code and the tag first: a notification shows only the start (see en.ts). */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} est votre code ${business} (demande ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `Pour la demande ${tag}\u00a0: ne le saisissez que dans la fenêtre qui affiche ces deux caractères.`,
    life: `Il fonctionne une seule fois, pendant ${minutes === 1 ? 'une minute' : `${minutes} minutes`}.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Se connecter à ${new URL(returnTo).host}`,
    hint:
      'Vous lisez ceci dans le navigateur où vous avez fait la demande\u202f? Alors le lien est plus rapide\u00a0: il vous y connecte. ' +
      'Sur un autre appareil, utilisez le code.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Bonjour,' : `Bonjour ${greeted},`;
}

function neverShare(business: string): string {
  return `Gardez le code pour vous. Personne chez ${business} ne vous le demandera jamais.`;
}

const instant = instantIn('fr');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  return `le ${instant.format(at)} (UTC${device === null ? '' : `, appareil\u00a0: ${device}`})`;
}
