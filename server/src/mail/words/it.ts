import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

/** Paragraphs that follow a greeting begin in lower case: it ends with a comma. */
export const it = {
  language: 'it',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Inseriscilo nel sito di ${business} per finire di creare il tuo account.`,
      heading: 'Conferma il tuo indirizzo email',
      paragraphs: [
        hello(name),
        `inserisci questo codice nel sito di ${business} per finire di creare il tuo account.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Se non volevi creare un account, puoi ignorare questa email: senza il codice non ne viene creato nessuno.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Hai già un account ${business}. Con questo codice puoi accedere.`,
      heading: 'Hai già un account',
      paragraphs: [
        `Qualcuno, probabilmente tu, ha provato a creare un account ${business} con questo indirizzo email. ` +
          'Ne ha già uno, quindi non ne è stato creato uno nuovo.',
        'Inserisci questo codice dove volevi creare l’account e accederai a quello che hai.',
      ],
      code: codeBlock(mail),
      notes: [
        'Se non eri tu, puoi ignorare questa email: non è cambiato nulla e senza il codice non entra nessuno.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Inseriscilo nel sito di ${business} per accedere.`,
      heading: 'Il tuo codice di accesso',
      paragraphs: [`Inserisci questo codice nel sito di ${business} per accedere.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Se non l’hai richiesto, puoi ignorare questa email: ' +
          `senza il codice${mail.link ? ' o il link' : ''} non entra nessuno.`,
        mail.link
          ? `Tieni per te il codice e il link. Nessuno di ${business} te li chiederà mai.`
          : neverShare(business),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Nessun account ${business} con questo indirizzo (richiesta ${tag})`,
      preview: `Qualcuno ha provato ad accedere a ${business} con questo indirizzo email.`,
      heading: 'Non c’è nessun account con questo indirizzo',
      paragraphs: [
        `Qualcuno, probabilmente tu, ha chiesto di accedere a ${business} con questo indirizzo email (richiesta ${tag}). ` +
          'Nessun account lo usa, quindi non c’è un codice da inviare.',
        'Forse hai creato il tuo account con un altro indirizzo: prova con quello. ' +
          `Oppure crea ora un account: scegli «Crea un account» nel sito di ${business}.`,
      ],
      notes: ['Se non hai chiesto di accedere, puoi ignorare questa email. Non è cambiato nulla.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Inseriscilo nel sito di ${business} per confermare che sei tu.`,
      heading: 'Conferma che sei tu',
      paragraphs: [
        `Qualcuno che ha effettuato l’accesso al tuo account ${business} vuole fare qualcosa di delicato, ` +
          'come cambiare la password. Inserisci questo codice nel sito per confermare che sei tu.',
      ],
      code: codeBlock(mail),
      notes: [
        'Se non sei tu, tieni per te questo codice: senza, non cambia nulla. ' +
          `Poi accedi al sito di ${business}, disconnetti tutti i dispositivi e cambia la password.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Inseriscilo nel sito di ${business} per usare questo indirizzo per il tuo account.`,
      heading: 'Conferma il tuo nuovo indirizzo email',
      paragraphs: [
        `Inserisci questo codice nel sito di ${business} per usare d’ora in poi questo indirizzo per il tuo account.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Se non l’hai richiesto, puoi ignorare questa email: senza il codice non cambia nulla.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Questo indirizzo ha già un account ${business} (richiesta ${tag})`,
      preview: 'Non è possibile associargli un altro account.',
      heading: 'Questo indirizzo ha già un account',
      paragraphs: [
        `Qualcuno, probabilmente tu, ha provato a usare questo indirizzo email per un altro account ${business} (richiesta ${tag}). ` +
          'Ha già un account, quindi l’altro mantiene l’indirizzo che ha.',
        `Scegli lì un altro indirizzo. Oppure accedi con questo al sito di ${business}: l’account è tuo.`,
      ],
      notes: ['Se non eri tu, puoi ignorare questa email. Non è cambiato nulla.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Il tuo account ${business} ha una nuova password`,
      preview: 'Se non eri tu, agisci subito: questa email spiega come.',
      heading: 'Il tuo account ha una nuova password',
      paragraphs: [
        hello(name),
        `la password del tuo account ${business} è stata impostata ${when(event)}. ` +
          'Tutti gli altri dispositivi sono stati disconnessi.',
      ],
      notes: [
        'Se eri tu, non devi fare nulla.',
        `Se non eri tu, accedi subito al sito di ${business} con un codice via email e imposta un’altra password. ` +
          `Se non riesci a entrare, avvisa immediatamente ${business}.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Il tuo account ${business} ha un altro indirizzo email`,
      preview: 'Con questo indirizzo non si può più accedere. Se non eri tu, agisci subito.',
      heading: 'Il tuo account ha un altro indirizzo email',
      paragraphs: [
        hello(name),
        `l’indirizzo email del tuo account ${business} è stato cambiato ${when(event)}. ` +
          'Con questo indirizzo non si può più accedere, e tutti gli altri dispositivi sono stati disconnessi.',
      ],
      notes: [
        'Se eri tu, non devi fare nulla. Le email sull’account arrivano ora al nuovo indirizzo.',
        `Se non eri tu, avvisa immediatamente ${business}: solo da lì puoi riavere l’account. ` +
          'Proteggi anche la tua casella di posta: cambiane la password e controlla quali dispositivi vi hanno accesso.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Il tuo account ${business} è stato eliminato`,
      preview: 'Non esiste più, e tutti i dispositivi sono stati disconnessi.',
      heading: 'Il tuo account è stato eliminato',
      paragraphs: [
        hello(name),
        `il tuo account ${business} è stato eliminato ${when(event)}, e tutti i dispositivi sono stati disconnessi. ` +
          'Non si può recuperare. Se hai altri account con questo indirizzo, sono rimasti come erano.',
      ],
      notes: [
        'Se eri tu, non devi fare nulla.',
        `Se non eri tu, avvisa immediatamente ${business} e cambia la password della tua casella di posta.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `Abbiamo disconnesso un dispositivo dal tuo account ${business}`,
      preview: 'Un accesso non più valido è stato usato di nuovo, quindi lo abbiamo chiuso.',
      heading: 'Abbiamo disconnesso un dispositivo',
      paragraphs: [
        hello(name),
        `un accesso al tuo account ${business} è stato usato dove non doveva, ${when({ at, device: null })}. ` +
          'Succede quando qualcuno lo copia da un browser, quindi lo abbiamo chiuso subito.' +
          (device === null ? '' : ` Era stato effettuato con questo dispositivo: ${device}.`),
      ],
      notes: [
        'Accedi di nuovo per continuare. Il tuo account e i tuoi dati non sono stati modificati.',
        `Se succede ancora, cerca su quel dispositivo programmi che non conosci e avvisa ${business}.`,
      ],
    }),
  },

  footer: (business) => `Ricevi questa email perché questo indirizzo è stato usato nel sito di ${business}.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code and the tag first: a notification shows only the start (see en.ts). */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} è il tuo codice ${business} (richiesta ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `Per la richiesta ${tag}: inseriscilo solo nella finestra che mostra questi due caratteri.`,
    life: `Vale una volta sola, per ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Accedi a ${new URL(returnTo).host}`,
    hint:
      'Stai leggendo questa email nel browser in cui hai fatto la richiesta? Allora il link è più veloce: ti fa accedere lì. ' +
      'Su un altro dispositivo usa il codice.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Ciao,' : `Ciao ${greeted},`;
}

function neverShare(business: string): string {
  return `Tieni per te il codice. Nessuno di ${business} te lo chiederà mai.`;
}

const instant = instantIn('it');

/** The reader's time zone is not known. Before "otto" and "undici" the article loses its vowel. */
function when({ at, device }: { at: number; device: string | null }): string {
  const date = instant.format(at);
  const article = /^(?:8|11)\b/.test(date) ? 'l’' : 'il ';
  return `${article}${date} (UTC${device === null ? '' : `, dispositivo: ${device}`})`;
}
