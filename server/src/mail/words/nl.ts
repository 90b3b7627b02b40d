import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, DataOf, LinkWords, MailWords } from './words.ts';

type CodeData = Pick<DataOf<'sign-in-code'>, 'code' | 'tag' | 'minutes'>;

export const nl = {
  language: 'nl',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Vul de code in op de website van ${business} om je account af te ronden.`,
      heading: 'Bevestig je e-mailadres',
      paragraphs: [
        hello(name),
        `Vul deze code in op de website van ${business} om het aanmaken van je account af te ronden.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Heb je geen account aangevraagd? Dan kun je deze e-mail negeren: zonder de code wordt er geen aangemaakt.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Je hebt al een account bij ${business}. Met deze code log je in.`,
      heading: 'Je hebt al een account',
      paragraphs: [
        `Iemand, waarschijnlijk jij, probeerde met dit e-mailadres een account aan te maken bij ${business}. ` +
          'Dit adres heeft al een account, dus er is geen nieuw gemaakt.',
        'Vul deze code in waar je het account wilde aanmaken, dan ben je ingelogd op het account dat je al hebt.',
      ],
      code: codeBlock(mail),
      notes: [
        'Was jij het niet? Dan kun je deze e-mail negeren: er is niets gewijzigd en zonder de code komt niemand binnen.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Vul de code in op de website van ${business} om in te loggen.`,
      heading: 'Je inlogcode',
      paragraphs: [`Vul deze code in op de website van ${business} om in te loggen.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Heb je hier niet om gevraagd? Dan kun je deze e-mail negeren: ' +
          `zonder ${mail.link ? 'de code of de link' : 'de code'} komt niemand binnen.`,
        neverShare(business, mail.link && 'de code en de link'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Geen account bij ${business} met dit adres (aanvraag ${tag})`,
      preview: `Iemand probeerde met dit e-mailadres in te loggen bij ${business}.`,
      heading: 'Er is geen account met dit adres',
      paragraphs: [
        `Iemand, waarschijnlijk jij, wilde met dit e-mailadres inloggen bij ${business} (aanvraag ${tag}). ` +
          'Er is geen account met dit adres, dus er is geen code om te sturen.',
        'Misschien heb je je account met een ander adres aangemaakt: probeer dat eens. ' +
          `Of maak nu een account: kies ‘Account aanmaken’ op de website van ${business}.`,
      ],
      notes: ['Wilde je niet inloggen? Dan kun je deze e-mail negeren. Er is niets gewijzigd.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Vul de code in op de website van ${business} om te bevestigen dat jij het bent.`,
      heading: 'Bevestig dat jij het bent',
      paragraphs: [
        `Iemand die is ingelogd op je account bij ${business} wil iets belangrijks doen, ` +
          'zoals het wachtwoord wijzigen. Vul deze code in op de website om te bevestigen dat jij het bent.',
      ],
      code: codeBlock(mail),
      notes: [
        'Ben jij het niet? Houd deze code dan voor jezelf: zonder de code wordt er niets gewijzigd. ' +
          `Log daarna in op de website van ${business}, log overal uit en wijzig je wachtwoord.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Vul de code in op de website van ${business} om dit adres voor je account te gebruiken.`,
      heading: 'Bevestig je nieuwe e-mailadres',
      paragraphs: [
        `Vul deze code in op de website van ${business} om dit adres voortaan voor je account te gebruiken.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Heb je hier niet om gevraagd? Dan kun je deze e-mail negeren: zonder de code wordt er niets gewijzigd.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Dit adres heeft al een account bij ${business} (aanvraag ${tag})`,
      preview: 'Een ander account kan er niet naartoe worden verplaatst.',
      heading: 'Dit adres heeft al een account',
      paragraphs: [
        `Iemand, waarschijnlijk jij, wilde dit e-mailadres voor een ander account bij ${business} gebruiken (aanvraag ${tag}). ` +
          'Het heeft al een account, dus het andere account houdt het adres dat het heeft.',
        `Kies daar een ander adres. Of log met dit adres in op de website van ${business}: het account is van jou.`,
      ],
      notes: ['Was jij het niet? Dan kun je deze e-mail negeren. Er is niets gewijzigd.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Je account bij ${business} heeft een nieuw wachtwoord`,
      preview: 'Was jij dit niet? Kom dan nu in actie: in deze e-mail staat hoe.',
      heading: 'Je account heeft een nieuw wachtwoord',
      paragraphs: [
        hello(name),
        `Het wachtwoord van je account bij ${business} is ingesteld ${when(event)}. Alle andere apparaten zijn uitgelogd.`,
      ],
      notes: [
        'Was jij het? Dan hoef je niets te doen.',
        `Was jij het niet? Log dan nu met een code per e-mail in op de website van ${business} en stel een ander wachtwoord in. ` +
          `Kom je er niet in, laat het ${business} dan meteen weten.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Je account bij ${business} heeft een ander e-mailadres`,
      preview: 'Met dit adres kun je er niet meer inloggen. Was jij dit niet? Kom dan nu in actie.',
      heading: 'Je account heeft een ander e-mailadres',
      paragraphs: [
        hello(name),
        `Het e-mailadres van je account bij ${business} is gewijzigd ${when(event)}. ` +
          'Met dit adres kun je er niet meer inloggen, en alle andere apparaten zijn uitgelogd.',
      ],
      notes: [
        'Was jij het? Dan hoef je niets te doen. E-mails over het account gaan nu naar het nieuwe adres.',
        `Was jij het niet? Laat het ${business} dan meteen weten: alleen zij kunnen je het account teruggeven. ` +
          'Let ook op je mailbox: wijzig het wachtwoord en kijk welke apparaten er zijn ingelogd.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Je account bij ${business} is verwijderd`,
      preview: 'Het is weg, en alle apparaten zijn uitgelogd.',
      heading: 'Je account is verwijderd',
      paragraphs: [
        hello(name),
        `Je account bij ${business} is verwijderd ${when(event)}, en alle apparaten zijn uitgelogd. Het kan niet worden hersteld. ` +
          'Heb je andere accounts met dit adres, dan zijn die ongewijzigd.',
      ],
      notes: [
        'Was jij het? Dan hoef je niets te doen.',
        `Was jij het niet? Laat het ${business} dan meteen weten en wijzig het wachtwoord van je mailbox.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `We hebben een apparaat uitgelogd van je account bij ${business}`,
      preview: 'Een login die niet meer geldig was, werd opnieuw gebruikt. We hebben die beëindigd.',
      heading: 'We hebben een apparaat uitgelogd',
      paragraphs: [
        hello(name),
        `Een login op je account bij ${business} is gebruikt op een plek waar die niet hoort, ${when({ at, device: null })}. ` +
          'Dat gebeurt als iemand de login uit een browser kopieert. Daarom hebben we die meteen beëindigd.' +
          (device === null ? '' : ` De login kwam van ${device}.`),
      ],
      notes: [
        'Log opnieuw in om verder te gaan. Je account en je gegevens zijn niet gewijzigd.',
        `Gebeurt dit nog eens? Controleer dat apparaat dan op software die je niet kent en laat het ${business} weten.`,
      ],
    }),
  },

  footer: (business) => `Je krijgt deze e-mail omdat dit adres is gebruikt op de website van ${business}.`,
} satisfies MailWords;

/** The code and the tag come early because a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} is je code voor ${business} (aanvraag ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `Voor aanvraag ${tag}: vul de code alleen in het venster in dat deze twee tekens toont.`,
    life: `De code werkt één keer en is ${minutes === 1 ? 'één minuut' : `${minutes} minuten`} geldig.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Inloggen bij ${new URL(returnTo).host}`,
    hint:
      'Lees je dit in de browser waarin je erom hebt gevraagd? Dan is de link sneller: daarmee log je daar in. ' +
      'Gebruik op een ander apparaat de code.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Hallo,' : `Hallo ${greeted},`;
}

function neverShare(business: string, what = 'de code'): string {
  return `Houd ${what} voor jezelf. Niemand bij ${business} zal je er ooit om vragen.`;
}

const instant = instantIn('nl');

/** "op … om … (UTC), vanaf Firefox, Windows". The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `, vanaf ${device}`;
  return `op ${instant.format(at)} (UTC)${from}`;
}
