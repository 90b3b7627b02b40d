/** German: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.';
const outOfStep =
  'Diese Seite passt nicht mehr zum Server. Laden Sie sie neu. Hilft das nicht, prüfen Sie Datum und Uhrzeit Ihres Geräts.';
const setUp = 'Dieses Formular ist noch mit keinem Portal verbunden. ';
const restart = 'Beginnen Sie von vorn, um einen neuen Code zu erhalten.';

export const strings: Strings = {
  locale: 'de',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  showPassword: 'Passwort anzeigen',
  working: 'Einen Moment …',
  logIn: 'Anmelden',
  logInLead: 'Willkommen zurück.',
  forgot: 'Passwort vergessen?',
  codeInstead: 'Lieber mit Code per E-Mail anmelden',
  passwordInstead: 'Lieber mit Passwort anmelden',
  sendCode: 'Code per E-Mail senden',
  sendCodeLead: 'Nennen Sie uns Ihre E-Mail-Adresse und wir senden Ihnen einen Code zum Anmelden.',
  toSignUp: 'Neu hier?',
  createAccount: 'Konto erstellen',

  name: 'Vor- und Nachname',
  code: 'Code',
  retry: 'Noch einmal versuchen',
  close: 'Schließen',
  startAgain: 'Von vorn beginnen',
  otherEmail: 'Andere E-Mail-Adresse verwenden',

  coolDown: 'Neuer Versuch in {wait}',

  signUpLead: 'Das dauert nur eine Minute.',
  passwordHint: 'Mindestens {min} Zeichen',
  toLogIn: 'Schon ein Konto?',
  terms: 'Nutzungsbedingungen',
  privacy: 'Datenschutzerklärung',
  verified: 'Ihr Konto ist bereit',
  verifiedLead: 'Melden Sie sich mit dem Passwort an, das Sie gerade gewählt haben.',

  checkEmail: 'Prüfen Sie Ihre E-Mails',
  codeLead: 'Wir haben Ihnen eine E-Mail gesendet. Geben Sie hier die {length} Ziffern daraus ein.',
  linkLead: 'Auch der Link in der E-Mail meldet Sie an, wenn Sie ihn in diesem Browser öffnen.',
  longCodeLead:
    'Wir haben Ihnen eine E-Mail mit einem längeren Code gesendet, weil für diese Adresse falsche Codes eingegeben wurden. Geben Sie hier die {length} Buchstaben und Ziffern ein.',
  request: 'Anfrage {tag}',
  codeLives: 'In der E-Mail steht dieselbe Anfrage. Der Code darin gilt {wait}.',
  confirm: 'Weiter',
  resend: 'Neuen Code senden',
  resendIn: 'Neuer Code in {wait}',
  resent: 'Ein neuer Code ist unterwegs. Der vorige gilt nicht mehr.',

  choose: 'Konto auswählen',
  severalAccounts: 'Zu {email} gibt es hier mehrere Konten.',
  alreadyRegistered:
    'Zu {email} gibt es hier schon ein Konto. Es wurde kein neues erstellt; machen Sie einfach damit weiter.',
  createdOn: 'Erstellt am {date}',
  lastUsed: 'zuletzt verwendet am {date}',
  chooseElsewhere: 'Noch ein Schritt: Wählen Sie auf dieser Seite Ihr Konto aus.',

  signedIn: 'Sie sind angemeldet',
  logOut: 'Abmelden',

  onlineAgain: 'Sie sind wieder online.',
  waitFor: 'Bitte warten Sie {wait} bis zum nächsten Versuch.',
  attemptsLeft: { one: 'Sie haben noch einen Versuch.', other: 'Sie haben noch {left} Versuche.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Bitte melden Sie sich noch einmal an.',
    'session-ended': 'Sie wurden abgemeldet. Bitte melden Sie sich noch einmal an.',
    'step-up-required': 'Bitte bestätigen Sie zuerst, dass Sie es sind.',
    'account-changed': 'In einem anderen Tab wurde das Konto gewechselt. Hier wurde nichts geändert.',
    'invalid-input': 'Bitte prüfen Sie Ihre Eingaben.',
    'link-invalid':
      'Dieser Link wurde schon verwendet oder ist zu alt. Melden Sie sich hier an oder fordern Sie einen neuen an.',
    'link-other-device':
      'Dieser Link funktioniert nur in dem Browser, in dem er angefordert wurde. Öffnen Sie ihn dort oder geben Sie dort den Code aus der E-Mail ein.',
    'credentials-invalid':
      'E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides oder melden Sie sich mit einem Code per E-Mail an.',
    'password-paused':
      'Für diese E-Mail-Adresse wurde zu oft ein falsches Passwort eingegeben. Melden Sie sich zu Ihrer Sicherheit mit einem Code per E-Mail an.',
    'flow-invalid': `Diese Code-Anfrage ist nicht mehr offen. ${restart}`,
    'code-invalid': 'Dieser Code stimmt nicht. Nur der neueste gilt.',
    'code-expired': 'Dieser Code ist abgelaufen. Lassen Sie sich einen neuen senden.',
    'attempts-exhausted': `Zu viele falsche Codes. ${restart}`,
    'resend-too-soon': 'Gerade eben wurde ein Code gesendet. Bitte sehen Sie auch im Spam-Ordner nach.',
    'resend-exhausted': `Für diese Anfrage können wir keine weiteren Codes senden. ${restart}`,
    'selection-invalid':
      'Seit Ihrer letzten Eingabe ist einige Zeit vergangen. Bitte melden Sie sich zu Ihrer Sicherheit noch einmal an.',
    'account-limit':
      'Zu dieser E-Mail-Adresse sind hier keine weiteren Konten möglich. Melden Sie sich mit dem vorhandenen an.',
    'sign-up-closed': 'Hier können zurzeit keine neuen Konten erstellt werden.',
    'method-disabled': 'Diese Art der Anmeldung gibt es hier nicht. Bitte verwenden Sie die andere.',
    'challenge-required': ours,
    'rate-limited': 'Zu viele Versuche in kurzer Zeit.',
    unavailable:
      'Der Server ist gerade stark ausgelastet. Es ist nichts verloren; bitte versuchen Sie es noch einmal.',
    network:
      'Wir können den Server nicht erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    timeout: 'Der Server braucht zu lange für eine Antwort. Bitte versuchen Sie es noch einmal.',
    'insecure-page':
      'Zu Ihrer Sicherheit funktioniert dieses Formular nur auf Seiten, deren Adresse mit https:// beginnt.',
    'page-without-origin':
      'In diesem Rahmen funktioniert das Formular nicht. Bitte öffnen Sie die Seite in einem eigenen Tab.',
    'origin-not-allowed':
      'Diese Website darf das Portal noch nicht verwenden. Wer sie betreibt, findet den Grund in der Browserkonsole.',
    'business-not-found': `${setUp}Unter der Backend-URL gibt es kein Portal. Wenn Sie die Website betreiben: Prüfen Sie data-backend.`,
    'backend-missing': `${setUp}Wenn Sie die Website betreiben: Setzen Sie data-backend="https://…" in das Script-Tag oder <portal-provider backend="https://…"> um dieses Element.`,
    'backend-invalid': `${setUp}Wenn Sie die Website betreiben: data-backend muss eine vollständige URL sein, die mit https:// beginnt.`,
  },
  fields: {
    required: 'Bitte ausfüllen.',
    invalid: 'Das sieht nicht richtig aus.',
    'too-short': 'Das ist zu kurz.',
    'too-long': 'Das ist zu lang.',
    'unknown-field': ours,
    'email-invalid': 'Das sieht nicht wie eine E-Mail-Adresse aus, etwa name@example.com.',
    'password-too-short': 'Bitte verwenden Sie mindestens {min} Zeichen.',
    'password-too-long': 'Dieses Passwort ist zu lang.',
    'password-common': 'Dieses Passwort verwenden zu viele Menschen. Bitte wählen Sie ein anderes.',
  },
};
