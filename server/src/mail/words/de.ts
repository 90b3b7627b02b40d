import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

/** Paragraphs that follow a greeting begin in lower case: it ends with a comma. */
export const de = {
  language: 'de',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Geben Sie ihn auf der Website von ${business} ein, um Ihr Konto fertig zu erstellen.`,
      heading: 'Bestätigen Sie Ihre E-Mail-Adresse',
      paragraphs: [
        hello(name),
        `geben Sie diesen Code auf der Website von ${business} ein, um Ihr Konto fertig zu erstellen.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Wenn Sie kein Konto erstellen wollten, können Sie diese E-Mail ignorieren: Ohne den Code entsteht keines.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Sie haben bei ${business} schon ein Konto. Mit diesem Code melden Sie sich an.`,
      heading: 'Sie haben schon ein Konto',
      paragraphs: [
        `Jemand, vermutlich Sie, wollte mit dieser E-Mail-Adresse ein Konto bei ${business} erstellen. ` +
          'Dazu gibt es schon ein Konto, deshalb wurde kein neues erstellt.',
        'Geben Sie diesen Code dort ein, wo Sie das Konto erstellen wollten, und Sie sind in Ihrem vorhandenen Konto angemeldet.',
      ],
      code: codeBlock(mail),
      notes: [
        'Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren: Es wurde nichts geändert, und ohne den Code kommt niemand hinein.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Geben Sie ihn auf der Website von ${business} ein, um sich anzumelden.`,
      heading: 'Ihr Code zum Anmelden',
      paragraphs: [`Geben Sie diesen Code auf der Website von ${business} ein, um sich anzumelden.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: ' +
          `Ohne den Code${mail.link ? ' oder den Link' : ''} kommt niemand hinein.`,
        neverShare(business, mail.link && 'den Code und den Link'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Zu dieser Adresse gibt es kein Konto bei ${business} (Anfrage ${tag})`,
      preview: `Jemand wollte sich mit dieser E-Mail-Adresse bei ${business} anmelden.`,
      heading: 'Zu dieser Adresse gibt es kein Konto',
      paragraphs: [
        `Jemand, vermutlich Sie, wollte sich mit dieser E-Mail-Adresse bei ${business} anmelden (Anfrage ${tag}). ` +
          'Dazu gibt es kein Konto, also auch keinen Code.',
        'Vielleicht haben Sie Ihr Konto mit einer anderen Adresse erstellt: Dann versuchen Sie es damit. ' +
          `Oder erstellen Sie jetzt ein Konto auf der Website von ${business}, mit „Konto erstellen“.`,
      ],
      notes: [
        'Wenn Sie sich nicht anmelden wollten, können Sie diese E-Mail ignorieren. Es wurde nichts geändert.',
      ],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Geben Sie ihn auf der Website von ${business} ein, um zu bestätigen, dass Sie es sind.`,
      heading: 'Bestätigen Sie, dass Sie es sind',
      paragraphs: [
        `Jemand ist in Ihrem Konto bei ${business} angemeldet und möchte etwas tun, das besonders geschützt ist, ` +
          'etwa das Passwort ändern. Geben Sie diesen Code auf der Website ein, um zu bestätigen, dass Sie es sind.',
      ],
      code: codeBlock(mail),
      notes: [
        'Wenn Sie das nicht sind, behalten Sie diesen Code für sich: Ohne ihn wird nichts geändert. ' +
          `Melden Sie sich dann auf der Website von ${business} an, melden Sie sich überall ab und ändern Sie Ihr Passwort.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Geben Sie ihn auf der Website von ${business} ein, um diese Adresse für Ihr Konto zu verwenden.`,
      heading: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
      paragraphs: [
        `Geben Sie diesen Code auf der Website von ${business} ein, um von nun an diese Adresse für Ihr Konto zu verwenden.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Ohne den Code wird nichts geändert.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Zu dieser Adresse gibt es schon ein Konto bei ${business} (Anfrage ${tag})`,
      preview: 'Ein anderes Konto kann sie nicht übernehmen.',
      heading: 'Zu dieser Adresse gibt es schon ein Konto',
      paragraphs: [
        `Jemand, vermutlich Sie, wollte diese E-Mail-Adresse für ein anderes Konto bei ${business} verwenden (Anfrage ${tag}). ` +
          'Zu ihr gibt es schon ein Konto, deshalb behält das andere seine bisherige Adresse.',
        `Wählen Sie dort eine andere Adresse. Oder melden Sie sich auf der Website von ${business} mit dieser hier an: Das Konto gehört Ihnen.`,
      ],
      notes: ['Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren. Es wurde nichts geändert.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Ihr Konto bei ${business} hat ein neues Passwort`,
      preview: 'Wenn Sie das nicht waren, handeln Sie jetzt: Hier steht, was zu tun ist.',
      heading: 'Ihr Konto hat ein neues Passwort',
      paragraphs: [
        hello(name),
        `das Passwort Ihres Kontos bei ${business} wurde ${when(event)} neu festgelegt. ` +
          'Alle anderen Geräte wurden abgemeldet.',
      ],
      notes: [
        'Wenn Sie das waren, ist nichts zu tun.',
        `Wenn Sie das nicht waren: Melden Sie sich jetzt auf der Website von ${business} mit einem Code per E-Mail an und legen Sie ein anderes Passwort fest. ` +
          `Wenn Sie nicht hineinkommen, wenden Sie sich sofort an ${business}.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Ihr Konto bei ${business} hat eine andere E-Mail-Adresse`,
      preview:
        'Mit dieser Adresse kann man sich dort nicht mehr anmelden. Wenn Sie das nicht waren, handeln Sie jetzt.',
      heading: 'Ihr Konto hat eine andere E-Mail-Adresse',
      paragraphs: [
        hello(name),
        `die E-Mail-Adresse Ihres Kontos bei ${business} wurde ${when(event)} geändert. ` +
          'Mit dieser Adresse kann man sich dort nicht mehr anmelden, und alle anderen Geräte wurden abgemeldet.',
      ],
      notes: [
        'Wenn Sie das waren, ist nichts zu tun. E-Mails zu diesem Konto gehen jetzt an die neue Adresse.',
        `Wenn Sie das nicht waren, wenden Sie sich sofort an ${business}: Nur von dort können Sie das Konto zurückbekommen. ` +
          'Schützen Sie auch Ihr Postfach: Ändern Sie dessen Passwort und sehen Sie nach, welche Geräte dort angemeldet sind.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Ihr Konto bei ${business} wurde gelöscht`,
      preview: 'Es ist weg, und alle Geräte wurden abgemeldet.',
      heading: 'Ihr Konto wurde gelöscht',
      paragraphs: [
        hello(name),
        `Ihr Konto bei ${business} wurde ${when(event)} gelöscht, und alle Geräte wurden abgemeldet. ` +
          'Es lässt sich nicht wiederherstellen. Wenn Sie mit dieser Adresse noch andere Konten haben, sind diese unverändert.',
      ],
      notes: [
        'Wenn Sie das waren, ist nichts zu tun.',
        `Wenn Sie das nicht waren, wenden Sie sich sofort an ${business} und ändern Sie das Passwort Ihres Postfachs.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `Wir haben ein Gerät von Ihrem Konto bei ${business} abgemeldet`,
      preview:
        'Eine nicht mehr gültige Anmeldung wurde noch einmal verwendet, deshalb haben wir sie beendet.',
      heading: 'Wir haben ein Gerät abgemeldet',
      paragraphs: [
        hello(name),
        `eine Anmeldung in Ihrem Konto bei ${business} wurde ${when({ at, device: null })} an einer Stelle verwendet, an die sie nicht gehört. ` +
          'Das geschieht, wenn jemand sie aus einem Browser kopiert, deshalb haben wir sie sofort beendet.' +
          (device === null ? '' : ` Das Gerät der Anmeldung: ${device}.`),
      ],
      notes: [
        'Melden Sie sich noch einmal an, um weiterzumachen. Ihr Konto und Ihre Daten wurden nicht verändert.',
        `Wenn das noch einmal vorkommt, suchen Sie auf diesem Gerät nach Programmen, die Sie nicht kennen, und sagen Sie ${business} Bescheid.`,
      ],
    }),
  },

  footer: (business) =>
    `Sie erhalten diese E-Mail, weil diese Adresse auf der Website von ${business} verwendet wurde.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code and the tag first: a notification shows only the start (see en.ts). */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} ist Ihr Code für ${business} (Anfrage ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `Für die Anfrage ${tag}: Geben Sie ihn nur in dem Fenster ein, das diese beiden Zeichen zeigt.`,
    life: `Er gilt einmal und ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`} lang.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Bei ${new URL(returnTo).host} anmelden`,
    hint:
      'Lesen Sie das in dem Browser, in dem Sie den Code angefordert haben? Dann geht es mit dem Link schneller: Er meldet Sie dort an. ' +
      'Auf einem anderen Gerät verwenden Sie den Code.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Guten Tag,' : `Guten Tag ${greeted},`;
}

function neverShare(business: string, what = 'den Code'): string {
  return `Behalten Sie ${what} für sich. Niemand bei ${business} wird Sie je danach fragen.`;
}

const instant = instantIn('de');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  return `am ${instant.format(at)} (UTC${device === null ? '' : `, Gerät: ${device}`})`;
}
