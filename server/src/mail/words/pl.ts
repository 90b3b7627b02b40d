import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import type { CodeWords, DataOf, LinkWords, MailWords } from './words.ts';

type CodeData = Pick<DataOf<'sign-in-code'>, 'code' | 'tag' | 'minutes'>;

export const pl = {
  language: 'pl',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Wpisz go na stronie ${business}, aby dokończyć zakładanie konta.`,
      heading: 'Potwierdź swój adres e-mail',
      paragraphs: [hello(name), `Wpisz ten kod na stronie ${business}, aby dokończyć zakładanie konta.`],
      code: codeBlock(mail),
      notes: [
        'Jeśli to nie Ty zakładasz konto, możesz zignorować tę wiadomość: bez kodu konto nie powstanie.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Masz już konto w serwisie ${business}. Tym kodem się zalogujesz.`,
      heading: 'Masz już konto',
      paragraphs: [
        `Ktoś, prawdopodobnie Ty, próbował założyć konto w serwisie ${business} z tym adresem e-mail. ` +
          'Ten adres ma już konto, więc nowe nie powstało.',
        'Wpisz ten kod tam, gdzie było zakładane konto, a zalogujesz się na to, które już masz.',
      ],
      code: codeBlock(mail),
      notes: [
        'Jeśli to nie Ty, możesz zignorować tę wiadomość: nic nie zostało zmienione i bez kodu nikt się nie zaloguje.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Wpisz go na stronie ${business}, aby się zalogować.`,
      heading: 'Twój kod logowania',
      paragraphs: [`Wpisz ten kod na stronie ${business}, aby się zalogować.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Jeśli to nie Twoja prośba, możesz zignorować tę wiadomość: ' +
          `bez ${mail.link ? 'kodu lub linku' : 'kodu'} nikt się nie zaloguje.`,
        neverShare(business, mail.link && 'Kod i link'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Brak konta ${business} z tym adresem (prośba ${tag})`,
      preview: `Ktoś próbował zalogować się w serwisie ${business} tym adresem e-mail.`,
      heading: 'Nie ma konta z tym adresem',
      paragraphs: [
        `Ktoś, prawdopodobnie Ty, chciał zalogować się w serwisie ${business} tym adresem e-mail (prośba ${tag}). ` +
          'Żadne konto go nie używa, więc nie ma kodu do wysłania.',
        'Być może Twoje konto ma inny adres: spróbuj z nim. ' +
          `Możesz też od razu założyć konto: wybierz „Załóż konto” na stronie ${business}.`,
      ],
      notes: ['Jeśli to nie Twoja prośba, możesz zignorować tę wiadomość. Nic nie zostało zmienione.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Wpisz go na stronie ${business}, aby potwierdzić, że to Ty.`,
      heading: 'Potwierdź, że to Ty',
      paragraphs: [
        `Ktoś, kto jest zalogowany na Twoje konto w serwisie ${business}, chce zrobić coś ważnego, ` +
          'na przykład zmienić hasło. Wpisz ten kod na stronie, aby potwierdzić, że to Ty.',
      ],
      code: codeBlock(mail),
      notes: [
        'Jeśli to nie Ty, zachowaj ten kod dla siebie: bez niego nic się nie zmieni. ' +
          `Następnie zaloguj się na stronie ${business}, wyloguj się wszędzie i zmień hasło.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Wpisz go na stronie ${business}, aby używać tego adresu do swojego konta.`,
      heading: 'Potwierdź swój nowy adres e-mail',
      paragraphs: [`Wpisz ten kod na stronie ${business}, aby odtąd używać tego adresu do swojego konta.`],
      code: codeBlock(mail),
      notes: [
        'Jeśli to nie Twoja prośba, możesz zignorować tę wiadomość: bez kodu nic się nie zmieni.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Ten adres ma już konto ${business} (prośba ${tag})`,
      preview: 'Nie można przenieść na niego innego konta.',
      heading: 'Ten adres ma już konto',
      paragraphs: [
        `Ktoś, prawdopodobnie Ty, chciał użyć tego adresu e-mail do innego konta w serwisie ${business} (prośba ${tag}). ` +
          'Ten adres ma już konto, więc tamto konto zachowuje dotychczasowy adres.',
        `Wybierz tam inny adres. Albo zaloguj się tym adresem na stronie ${business}: to konto jest Twoje.`,
      ],
      notes: ['Jeśli to nie Ty, możesz zignorować tę wiadomość. Nic nie zostało zmienione.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Twoje konto ${business} ma nowe hasło`,
      preview: 'Jeśli to nie Ty, działaj od razu: w tej wiadomości piszemy jak.',
      heading: 'Twoje konto ma nowe hasło',
      paragraphs: [
        hello(name),
        `Hasło do Twojego konta w serwisie ${business} zostało ustawione ${when(event)}. Wszystkie inne urządzenia zostały wylogowane.`,
      ],
      notes: [
        'Jeśli to Ty, nie musisz nic robić.',
        `Jeśli to nie Ty: zaloguj się od razu kodem z e-maila na stronie ${business} i ustaw inne hasło. ` +
          `Jeśli nie możesz się zalogować, natychmiast powiadom zespół ${business}.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Twoje konto ${business} ma inny adres e-mail`,
      preview: 'Tym adresem nie można się już na nie zalogować. Jeśli to nie Ty, działaj od razu.',
      heading: 'Twoje konto ma inny adres e-mail',
      paragraphs: [
        hello(name),
        `Adres e-mail Twojego konta w serwisie ${business} został zmieniony ${when(event)}. ` +
          'Tym adresem nie można się już na nie zalogować, a wszystkie inne urządzenia zostały wylogowane.',
      ],
      notes: [
        'Jeśli to Ty, nie musisz nic robić. Wiadomości o koncie przychodzą teraz na nowy adres.',
        `Jeśli to nie Ty, natychmiast powiadom zespół ${business}: tylko on może zwrócić Ci konto. ` +
          'Zadbaj też o swoją skrzynkę: zmień jej hasło i sprawdź, jakie urządzenia są do niej zalogowane.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Twoje konto ${business} zostało usunięte`,
      preview: 'Konta już nie ma, a wszystkie urządzenia zostały wylogowane.',
      heading: 'Twoje konto zostało usunięte',
      paragraphs: [
        hello(name),
        `Twoje konto w serwisie ${business} zostało usunięte ${when(event)}, a wszystkie urządzenia zostały wylogowane. Nie można go przywrócić. ` +
          'Jeśli masz inne konta z tym adresem, nic się w nich nie zmieniło.',
      ],
      notes: [
        'Jeśli to Ty, nie musisz nic robić.',
        `Jeśli to nie Ty, natychmiast powiadom zespół ${business} i zmień hasło do swojej skrzynki.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `Wylogowaliśmy urządzenie z Twojego konta ${business}`,
      preview: 'Ktoś ponownie użył nieważnego już logowania, więc je zakończyliśmy.',
      heading: 'Wylogowaliśmy urządzenie',
      paragraphs: [
        hello(name),
        `Logowania do Twojego konta w serwisie ${business} użyto w niewłaściwym miejscu ${when({ at, device: null })}. ` +
          'Tak się dzieje, gdy ktoś skopiuje je z przeglądarki, więc od razu je zakończyliśmy.' +
          (device === null ? '' : ` Urządzenie, którego dotyczyło: ${device}.`),
      ],
      notes: [
        'Aby kontynuować, zaloguj się ponownie. Twoje konto i dane nie zostały zmienione.',
        `Jeśli to się powtórzy, sprawdź, czy na tym urządzeniu nie ma nieznanego Ci oprogramowania, i powiadom zespół ${business}.`,
      ],
    }),
  },

  footer: (business) => `Otrzymujesz tę wiadomość, ponieważ ten adres podano na stronie ${business}.`,
} satisfies MailWords;

/** The code and the tag come early because a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} to Twój kod ${business} (prośba ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `Dla prośby ${tag}: wpisz go tylko w oknie, które pokazuje te dwa znaki.`,
    life: `Działa jeden raz, przez ${minutesText(minutes)}.`,
  };
}

const plurals = new Intl.PluralRules('pl');

/** In the accusative. */
function minutesText(minutes: number): string {
  if (minutes === 1) return 'jedną minutę';
  return `${minutes} ${plurals.select(minutes) === 'few' ? 'minuty' : 'minut'}`;
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Zaloguj się: ${new URL(returnTo).host}`,
    hint:
      'Czytasz to w przeglądarce, z której wyszła prośba? Link jest szybszy: zaloguje Cię właśnie tam. ' +
      'Na innym urządzeniu użyj kodu.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Dzień dobry,' : `Dzień dobry, ${greeted},`;
}

function neverShare(business: string, what = 'Kod'): string {
  const it = what === 'Kod' ? 'o niego' : 'o nie';
  return `${what} zachowaj dla siebie. Nikt z zespołu ${business} nigdy Cię ${it} nie poprosi.`;
}

const day = new Intl.DateTimeFormat('pl', { dateStyle: 'long', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('pl', { timeStyle: 'short', timeZone: 'UTC' });

/** "1 stycznia 2030 o 12:00 (UTC, urządzenie: Firefox, Windows)". The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `, urządzenie: ${device}`;
  return `${day.format(at)} o ${time.format(at)} (UTC${from})`;
}
