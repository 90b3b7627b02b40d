/** Swedish: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Något gick fel hos oss. Försök igen.';
const outOfStep =
  'Sidan är inte synkroniserad med servern. Ladda om den. Om det inte hjälper, kontrollera datum och tid på din enhet.';
const setUp = 'Det här formuläret är inte kopplat till någon portal än. ';
const restart = 'Börja om för att få en ny kod.';

export const strings: Strings = {
  locale: 'sv',
  email: 'E-post',
  password: 'Lösenord',
  showPassword: 'Visa lösenord',
  working: 'Ett ögonblick…',
  logIn: 'Logga in',
  logInLead: 'Välkommen tillbaka.',
  forgot: 'Har du glömt lösenordet?',
  codeInstead: 'Mejla mig en kod i stället',
  passwordInstead: 'Använd lösenordet i stället',
  sendCode: 'Mejla mig en kod',
  sendCodeLead: 'Ange din e-post så skickar vi en kod som du loggar in med.',
  toSignUp: 'Ny här?',
  createAccount: 'Skapa konto',

  name: 'För- och efternamn',
  code: 'Kod',
  retry: 'Försök igen',
  close: 'Stäng',
  startAgain: 'Börja om',
  otherEmail: 'Använd en annan e-postadress',

  coolDown: 'Försök igen om {wait}',

  signUpLead: 'Det tar bara en minut.',
  passwordHint: 'Minst {min} tecken',
  toLogIn: 'Har du redan ett konto?',
  terms: 'Villkor',
  privacy: 'Integritetspolicy',
  verified: 'Ditt konto är klart',
  verifiedLead: 'Logga in med lösenordet som du just valde.',

  checkEmail: 'Kolla din e-post',
  codeLead: 'Vi har skickat ett mejl till dig. Skriv in de {length} siffrorna från mejlet här.',
  linkLead: 'Länken i mejlet loggar också in dig, om du öppnar den i den här webbläsaren.',
  longCodeLead:
    'Vi har skickat ett mejl med en längre kod till dig, eftersom fel koder har angetts för den här adressen. Skriv in kodens {length} bokstäver och siffror här.',
  request: 'Begäran {tag}',
  codeLives: 'I mejlet står samma begäran. Koden gäller i {wait}.',
  confirm: 'Fortsätt',
  resend: 'Skicka en ny kod',
  resendIn: 'Skicka en ny kod om {wait}',
  resent: 'En ny kod är på väg. Den förra gäller inte längre.',

  choose: 'Välj konto',
  severalAccounts: '{email} har flera konton här.',
  alreadyRegistered: '{email} har redan ett konto här. Inget nytt skapades. Fortsätt med det.',
  createdOn: 'Skapat {date}',
  lastUsed: 'senast använt {date}',
  chooseElsewhere: 'Ett steg till: välj ditt konto på den här sidan.',

  signedIn: 'Du är inloggad',
  logOut: 'Logga ut',

  onlineAgain: 'Du är online igen.',
  waitFor: 'Vänta {wait} innan du försöker igen.',
  attemptsLeft: { one: 'Du kan försöka en gång till.', other: 'Du kan försöka {left} gånger till.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Logga in igen.',
    'session-ended': 'Du har loggats ut. Logga in igen.',
    'step-up-required': 'Bekräfta först att det är du.',
    'account-changed': 'Kontot har bytts i en annan flik. Inget har ändrats här.',
    'invalid-input': 'Kontrollera det du har angett.',
    'link-invalid': 'Länken har redan använts eller är för gammal. Logga in här eller be om en ny.',
    'link-other-device':
      'Länken fungerar bara i webbläsaren där den begärdes. Öppna den där, eller ange koden från mejlet där.',
    'credentials-invalid':
      'E-postadressen och lösenordet stämmer inte överens. Kontrollera båda, eller logga in med en kod via e-post.',
    'password-paused':
      'För många felaktiga lösenord har angetts för den här e-postadressen. För din säkerhet behöver du logga in med en kod via e-post.',
    'flow-invalid': `Den här begäran om en kod är inte längre öppen. ${restart}`,
    'code-invalid': 'Koden är fel. Bara den senaste gäller.',
    'code-expired': 'Koden har gått ut. Skicka en ny till dig.',
    'attempts-exhausted': `För många felaktiga koder. ${restart}`,
    'resend-too-soon': 'En kod skickades alldeles nyss. Titta även i skräpposten.',
    'resend-exhausted': `Vi kan inte skicka fler koder för den här begäran. ${restart}`,
    'selection-invalid': 'Det har gått en stund. Logga in igen för din säkerhets skull.',
    'account-limit': 'Den här e-postadressen kan inte ha fler konton här. Logga in på det du har.',
    'sign-up-closed': 'Nya konton kan inte skapas här just nu.',
    'method-disabled': 'Det går inte att logga in på det här sättet här. Använd det andra.',
    'challenge-required': ours,
    'rate-limited': 'För många försök på kort tid.',
    unavailable: 'Servern är hårt belastad. Inget har gått förlorat. Försök igen.',
    network: 'Vi når inte servern. Kontrollera din anslutning och försök igen.',
    timeout: 'Det tar för lång tid för servern att svara. Försök igen.',
    'insecure-page': 'För din säkerhet fungerar formuläret bara på en sida vars adress börjar med https://',
    'page-without-origin': 'Formuläret fungerar inte i den här ramen. Öppna sidan för sig.',
    'origin-not-allowed':
      'Den här webbplatsen får inte använda portalen än. I webbläsarens konsol ser ägaren varför.',
    'business-not-found': `${setUp}Det finns ingen portal på den angivna backend-URL:en. Till webbplatsens ägare: kontrollera data-backend.`,
    'backend-missing': `${setUp}Till webbplatsens ägare: sätt data-backend="https://…" på script-taggen, eller en <portal-provider backend="https://…"> runt det här elementet.`,
    'backend-invalid': `${setUp}Till webbplatsens ägare: data-backend måste vara en fullständig URL som börjar med https://`,
  },
  fields: {
    required: 'Fyll i det här.',
    invalid: 'Det här ser inte rätt ut.',
    'too-short': 'Det här är för kort.',
    'too-long': 'Det här är för långt.',
    'unknown-field': ours,
    'email-invalid': 'Det här ser inte ut som en e-postadress, till exempel namn@example.com.',
    'password-too-short': 'Använd minst {min} tecken.',
    'password-too-long': 'Lösenordet är för långt.',
    'password-common': 'Alltför många använder det här lösenordet. Välj ett annat.',
  },
};
