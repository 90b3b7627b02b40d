import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, DataOf, LinkWords, MailWords } from './words.ts';

type CodeData = Pick<DataOf<'sign-in-code'>, 'code' | 'tag' | 'minutes'>;

export const sv = {
  language: 'sv',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Ange den på webbplatsen för ${business} så är ditt konto klart.`,
      heading: 'Bekräfta din e-postadress',
      paragraphs: [
        hello(name),
        `Ange den här koden på webbplatsen för ${business} för att bli klar med ditt konto.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Om du inte har försökt skapa ett konto kan du bortse från det här mejlet: utan koden skapas inget konto.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Du har redan ett konto hos ${business}. Den här koden loggar in dig.`,
      heading: 'Du har redan ett konto',
      paragraphs: [
        `Någon, antagligen du, försökte skapa ett konto hos ${business} med den här e-postadressen. ` +
          'Adressen har redan ett konto, så inget nytt skapades.',
        'Ange den här koden där du försökte skapa kontot, så loggas du in på det konto du har.',
      ],
      code: codeBlock(mail),
      notes: [
        'Om det inte var du kan du bortse från det här mejlet: inget har ändrats, och ingen kommer in utan koden.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Ange den på webbplatsen för ${business} för att logga in.`,
      heading: 'Din inloggningskod',
      paragraphs: [`Ange den här koden på webbplatsen för ${business} för att logga in.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Om du inte har bett om det kan du bortse från det här mejlet: ingen kommer in utan ' +
          (mail.link ? 'koden eller länken.' : 'koden.'),
        neverShare(business, mail.link && 'koden och länken'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Inget konto hos ${business} med den här adressen (begäran ${tag})`,
      preview: `Någon försökte logga in hos ${business} med den här e-postadressen.`,
      heading: 'Det finns inget konto med den här adressen',
      paragraphs: [
        `Någon, antagligen du, ville logga in hos ${business} med den här e-postadressen (begäran ${tag}). ` +
          'Inget konto använder den, så det finns ingen kod att skicka.',
        'Du kanske skapade ditt konto med en annan adress: prova den. ' +
          `Eller skapa ett konto nu: välj ”Skapa konto” på webbplatsen för ${business}.`,
      ],
      notes: ['Om du inte ville logga in kan du bortse från det här mejlet. Inget har ändrats.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Ange den på webbplatsen för ${business} för att bekräfta att det är du.`,
      heading: 'Bekräfta att det är du',
      paragraphs: [
        `Någon som är inloggad på ditt konto hos ${business} vill göra något viktigt, ` +
          'till exempel byta lösenord. Ange den här koden på webbplatsen för att bekräfta att det är du.',
      ],
      code: codeBlock(mail),
      notes: [
        'Om det inte är du, behåll koden för dig själv: utan den ändras inget. ' +
          `Logga sedan in på webbplatsen för ${business}, logga ut överallt och byt lösenord.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Ange den på webbplatsen för ${business} för att använda den här adressen för ditt konto.`,
      heading: 'Bekräfta din nya e-postadress',
      paragraphs: [
        `Ange den här koden på webbplatsen för ${business} för att från och med nu använda den här adressen för ditt konto.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Om du inte har bett om det kan du bortse från det här mejlet: utan koden ändras inget.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Den här adressen har redan ett konto hos ${business} (begäran ${tag})`,
      preview: 'Ett annat konto kan inte flyttas till den.',
      heading: 'Den här adressen har redan ett konto',
      paragraphs: [
        `Någon, antagligen du, ville använda den här e-postadressen för ett annat konto hos ${business} (begäran ${tag}). ` +
          'Den har redan ett konto, så det andra kontot behåller den adress som det har.',
        `Välj en annan adress där. Eller logga in på webbplatsen för ${business} med den här: kontot är ditt.`,
      ],
      notes: ['Om det inte var du kan du bortse från det här mejlet. Inget har ändrats.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Ditt konto hos ${business} har ett nytt lösenord`,
      preview: 'Om det inte var du, agera nu: i mejlet står hur.',
      heading: 'Ditt konto har ett nytt lösenord',
      paragraphs: [
        hello(name),
        `Lösenordet till ditt konto hos ${business} ändrades ${when(event)}. Alla andra enheter loggades ut.`,
      ],
      notes: [
        'Om det var du behöver du inte göra något.',
        `Om det inte var du: logga nu in med en kod via e-post på webbplatsen för ${business} och välj ett annat lösenord. ` +
          `Om du inte kommer in, kontakta ${business} genast.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Ditt konto hos ${business} har en annan e-postadress`,
      preview: 'Det går inte längre att logga in med den här adressen. Om det inte var du, agera nu.',
      heading: 'Ditt konto har en annan e-postadress',
      paragraphs: [
        hello(name),
        `E-postadressen för ditt konto hos ${business} ändrades ${when(event)}. ` +
          'Det går inte längre att logga in med den här adressen, och alla andra enheter loggades ut.',
      ],
      notes: [
        'Om det var du behöver du inte göra något. Mejl om kontot går nu till den nya adressen.',
        `Om det inte var du, kontakta ${business} genast: bara de kan ge dig kontot tillbaka. ` +
          'Se även över ditt mejlkonto: byt lösenord där och kontrollera vilka enheter som är inloggade.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Ditt konto hos ${business} har raderats`,
      preview: 'Det är borta, och alla enheter har loggats ut.',
      heading: 'Ditt konto har raderats',
      paragraphs: [
        hello(name),
        `Ditt konto hos ${business} raderades ${when(event)}, och alla enheter loggades ut. Det går inte att återställa. ` +
          'Om du har andra konton med den här adressen är de som de var.',
      ],
      notes: [
        'Om det var du behöver du inte göra något.',
        `Om det inte var du, kontakta ${business} genast och byt lösenord till ditt mejlkonto.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `Vi loggade ut en enhet från ditt konto hos ${business}`,
      preview: 'En inloggning som inte längre gällde användes igen, så vi avslutade den.',
      heading: 'Vi loggade ut en enhet',
      paragraphs: [
        hello(name),
        `En inloggning på ditt konto hos ${business} användes på fel ställe ${when({ at, device: null })}. ` +
          'Det händer när någon kopierar den från en webbläsare, så vi avslutade den genast.' +
          (device === null ? '' : ` Den gjordes med ${device}.`),
      ],
      notes: [
        'Logga in igen för att fortsätta. Ditt konto och dina uppgifter har inte ändrats.',
        `Om det händer igen, kontrollera om det finns program på enheten som du inte känner till och kontakta ${business}.`,
      ],
    }),
  },

  footer: (business) => `Du får det här mejlet eftersom adressen har använts på webbplatsen för ${business}.`,
} satisfies MailWords;

/** The code and the tag come early because a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} är din kod för ${business} (begäran ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `För begäran ${tag}: ange den bara i fönstret som visar de här två tecknen.`,
    life: `Den fungerar en gång och gäller i ${minutes === 1 ? 'en minut' : `${minutes} minuter`}.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Logga in på ${new URL(returnTo).host}`,
    hint:
      'Läser du det här i webbläsaren där du bad om det? Då är länken snabbare: den loggar in dig där. ' +
      'Använd koden på en annan enhet.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Hej!' : `Hej ${greeted}!`;
}

function neverShare(business: string, what = 'koden'): string {
  const it = what === 'koden' ? 'den' : 'dem';
  return `Behåll ${what} för dig själv. Ingen på ${business} kommer någonsin att be dig om ${it}.`;
}

const instant = instantIn('sv');

/** "den … kl. … (UTC), från Firefox, Windows". The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `, från ${device}`;
  return `den ${instant.format(at)} (UTC)${from}`;
}
