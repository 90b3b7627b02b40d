/** Dutch: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Er ging iets mis bij ons. Probeer het opnieuw.';
const outOfStep =
  'Deze pagina loopt niet meer gelijk met de server. Laad de pagina opnieuw; helpt dat niet, controleer dan de datum en tijd van je apparaat.';
const setUp = 'Dit formulier is nog niet met een portaal verbonden. ';
const restart = 'Begin opnieuw om een nieuwe code te krijgen.';

export const strings: Strings = {
  locale: 'nl',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  showPassword: 'Wachtwoord tonen',
  working: 'Een ogenblik…',
  logIn: 'Inloggen',
  logInLead: 'Welkom terug.',
  forgot: 'Wachtwoord vergeten?',
  codeInstead: 'Liever een code per e-mail',
  passwordInstead: 'Liever je wachtwoord gebruiken',
  sendCode: 'Code per e-mail sturen',
  sendCodeLead: 'Vul je e-mailadres in, dan sturen we je een code om in te loggen.',
  toSignUp: 'Nieuw hier?',
  createAccount: 'Account aanmaken',

  name: 'Volledige naam',
  code: 'Code',
  retry: 'Opnieuw proberen',
  close: 'Sluiten',
  startAgain: 'Opnieuw beginnen',
  otherEmail: 'Ander e-mailadres gebruiken',

  coolDown: 'Opnieuw proberen over {wait}',

  signUpLead: 'Het duurt maar een minuut.',
  passwordHint: 'Minstens {min} tekens',
  toLogIn: 'Heb je al een account?',
  terms: 'Voorwaarden',
  privacy: 'Privacybeleid',
  verified: 'Je account is klaar',
  verifiedLead: 'Log in met het wachtwoord dat je net hebt gekozen.',

  checkEmail: 'Check je e-mail',
  codeLead: 'We hebben je een e-mail gestuurd. Vul hier de {length} cijfers daaruit in.',
  linkLead: 'Met de link in de e-mail log je ook in, als je die in deze browser opent.',
  longCodeLead:
    'We hebben je een e-mail met een langere code gestuurd, omdat er voor dit adres verkeerde codes zijn ingevuld. Vul hier de {length} letters en cijfers in.',
  request: 'Aanvraag {tag}',
  codeLives: 'In de e-mail staat dezelfde aanvraag. De code is {wait} geldig.',
  confirm: 'Doorgaan',
  resend: 'Nieuwe code sturen',
  resendIn: 'Nieuwe code sturen over {wait}',
  resent: 'Er is een nieuwe code onderweg. De vorige werkt niet meer.',

  choose: 'Kies een account',
  severalAccounts: '{email} heeft hier meerdere accounts.',
  alreadyRegistered: '{email} heeft hier al een account. Er is niets nieuws aangemaakt; ga daarmee verder.',
  createdOn: 'Aangemaakt op {date}',
  lastUsed: 'laatst gebruikt op {date}',
  chooseElsewhere: 'Nog één stap: kies je account op deze pagina.',

  signedIn: 'Je bent ingelogd',
  logOut: 'Uitloggen',

  onlineAgain: 'Je bent weer online.',
  waitFor: 'Wacht {wait} voordat je het opnieuw probeert.',
  attemptsLeft: { one: 'Je kunt het nog één keer proberen.', other: 'Je kunt het nog {left} keer proberen.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Log opnieuw in.',
    'session-ended': 'Je bent uitgelogd. Log opnieuw in.',
    'step-up-required': 'Bevestig eerst dat jij het bent.',
    'account-changed': 'In een ander tabblad is van account gewisseld. Hier is niets gewijzigd.',
    'invalid-input': 'Controleer wat je hebt ingevuld.',
    'link-invalid': 'Deze link is al gebruikt of te oud. Log hier in of vraag een nieuwe aan.',
    'link-other-device':
      'Deze link werkt alleen in de browser waarin hij is aangevraagd. Open hem daar of vul daar de code uit de e-mail in.',
    'credentials-invalid':
      'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze of log in met een code per e-mail.',
    'password-paused':
      'Er zijn te veel verkeerde wachtwoorden ingevuld voor dit e-mailadres. Log voor je veiligheid in met een code per e-mail.',
    'flow-invalid': `Deze aanvraag voor een code is niet meer open. ${restart}`,
    'code-invalid': 'Deze code klopt niet. Alleen de nieuwste werkt.',
    'code-expired': 'Deze code is verlopen. Laat je een nieuwe sturen.',
    'attempts-exhausted': `Te veel verkeerde codes. ${restart}`,
    'resend-too-soon': 'Er is net een code gestuurd. Kijk ook in je spammap.',
    'resend-exhausted': `We kunnen voor deze aanvraag geen codes meer sturen. ${restart}`,
    'selection-invalid': 'Het heeft even geduurd. Log voor je veiligheid opnieuw in.',
    'account-limit':
      'Met dit e-mailadres kunnen hier geen accounts meer worden aangemaakt. Log in op het account dat je hebt.',
    'sign-up-closed': 'Er kunnen hier op dit moment geen nieuwe accounts worden aangemaakt.',
    'method-disabled': 'Op deze manier kun je hier niet inloggen. Gebruik de andere manier.',
    'challenge-required': ours,
    'rate-limited': 'Te veel pogingen in korte tijd.',
    unavailable: 'De server heeft het erg druk. Er is niets verloren gegaan; probeer het opnieuw.',
    network: 'We kunnen de server niet bereiken. Controleer je verbinding en probeer het opnieuw.',
    timeout: 'De server doet er te lang over om te antwoorden. Probeer het opnieuw.',
    'insecure-page':
      'Voor je veiligheid werkt dit formulier alleen op een pagina waarvan het adres begint met https://',
    'page-without-origin': 'Dit formulier werkt niet binnen dit frame. Open de pagina apart.',
    'origin-not-allowed':
      'Deze website mag het portaal nog niet gebruiken. In de console van de browser leest de eigenaar waarom.',
    'business-not-found': `${setUp}Op de opgegeven backend-URL is geen portaal; voor de eigenaar van de site: controleer data-backend.`,
    'backend-missing': `${setUp}Voor de eigenaar van de site: zet data-backend="https://…" op de script-tag, of een <portal-provider backend="https://…"> om dit element.`,
    'backend-invalid': `${setUp}Voor de eigenaar van de site: data-backend moet een volledige URL zijn die begint met https://`,
  },
  fields: {
    required: 'Vul dit in.',
    invalid: 'Dit lijkt niet te kloppen.',
    'too-short': 'Dit is te kort.',
    'too-long': 'Dit is te lang.',
    'unknown-field': ours,
    'email-invalid': 'Dit lijkt geen e-mailadres, zoals naam@example.com.',
    'password-too-short': 'Gebruik minstens {min} tekens.',
    'password-too-long': 'Dit wachtwoord is te lang.',
    'password-common': 'Te veel mensen gebruiken dit wachtwoord. Kies een ander.',
  },
};
