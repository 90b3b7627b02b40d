/** Polish: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Coś poszło nie tak po naszej stronie. Spróbuj ponownie.';
const outOfStep =
  'Ta strona nie jest zsynchronizowana z serwerem. Odśwież ją, a jeśli to nie pomoże, sprawdź datę i godzinę w swoim urządzeniu.';
const setUp = 'Ten formularz nie jest jeszcze połączony z portalem. ';
const restart = 'Zacznij od nowa, aby otrzymać nowy kod.';

export const strings: Strings = {
  locale: 'pl',
  email: 'E-mail',
  password: 'Hasło',
  showPassword: 'Pokaż hasło',
  working: 'Chwileczkę…',
  logIn: 'Zaloguj się',
  logInLead: 'Witaj ponownie.',
  forgot: 'Nie pamiętasz hasła?',
  codeInstead: 'Zaloguj się kodem z e-maila',
  passwordInstead: 'Zaloguj się hasłem',
  sendCode: 'Wyślij mi kod',
  sendCodeLead: 'Podaj swój e-mail, a wyślemy Ci kod do logowania.',
  toSignUp: 'Nie masz konta?',
  createAccount: 'Załóż konto',

  name: 'Imię i nazwisko',
  code: 'Kod',
  retry: 'Spróbuj ponownie',
  close: 'Zamknij',
  startAgain: 'Zacznij od nowa',
  otherEmail: 'Użyj innego adresu e-mail',

  coolDown: 'Spróbuj ponownie (jeszcze {wait})',

  signUpLead: 'Zajmie to tylko chwilę.',
  passwordHint: 'Co najmniej {min} znaków',
  toLogIn: 'Masz już konto?',
  terms: 'Regulamin',
  privacy: 'Polityka prywatności',
  verified: 'Twoje konto jest gotowe',
  verifiedLead: 'Zaloguj się hasłem, które właśnie zostało ustawione.',

  checkEmail: 'Sprawdź pocztę',
  codeLead: 'Wysłaliśmy Ci e-mail. Wpisz tutaj {length} cyfr, które w nim są.',
  linkLead: 'Link z tego e-maila też Cię zaloguje, jeśli otworzysz go w tej przeglądarce.',
  longCodeLead:
    'Wysłaliśmy Ci e-mail z dłuższym kodem, ponieważ dla tego adresu wpisywano błędne kody. Wpisz tutaj jego {length} liter i cyfr.',
  request: 'Prośba {tag}',
  codeLives: 'W e-mailu widnieje ta sama prośba. Czas ważności kodu: {wait}.',
  confirm: 'Dalej',
  resend: 'Wyślij nowy kod',
  resendIn: 'Wyślij nowy kod (jeszcze {wait})',
  resent: 'Nowy kod jest już w drodze. Poprzedni przestał działać.',

  choose: 'Wybierz konto',
  severalAccounts: 'Z adresem {email} jest tu powiązanych kilka kont.',
  alreadyRegistered:
    'Z adresem {email} jest tu już powiązane konto. Nie utworzono nowego – użyj tego, które istnieje.',
  createdOn: 'Utworzono: {date}',
  lastUsed: 'ostatnio używane: {date}',
  chooseElsewhere: 'Jeszcze jeden krok: wybierz konto na tej stronie.',

  signedIn: 'Zalogowano',
  logOut: 'Wyloguj się',

  onlineAgain: 'Połączenie z internetem wróciło.',
  waitFor: 'Czas do następnej próby: {wait}.',
  attemptsLeft: {
    one: 'Możesz spróbować jeszcze raz.',
    few: 'Możesz spróbować jeszcze {left} razy.',
    many: 'Możesz spróbować jeszcze {left} razy.',
    other: 'Możesz spróbować jeszcze {left} raza.',
  },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Zaloguj się ponownie.',
    'session-ended': 'Wylogowano Cię. Zaloguj się ponownie.',
    'step-up-required': 'Najpierw potwierdź, że to Ty.',
    'account-changed': 'W innej karcie przełączono konto. Tutaj nic nie zostało zmienione.',
    'invalid-input': 'Sprawdź wpisane dane.',
    'link-invalid': 'Ten link został już użyty lub stracił ważność. Zaloguj się tutaj albo poproś o nowy.',
    'link-other-device':
      'Ten link działa tylko w przeglądarce, w której o niego poproszono. Otwórz go tam albo wpisz tam kod z e-maila.',
    'credentials-invalid':
      'Ten e-mail i hasło do siebie nie pasują. Sprawdź jedno i drugie albo zaloguj się kodem z e-maila.',
    'password-paused':
      'Dla tego adresu e-mail zbyt wiele razy podano błędne hasło. Ze względów bezpieczeństwa zaloguj się kodem z e-maila.',
    'flow-invalid': `Ta prośba o kod jest już nieaktualna. ${restart}`,
    'code-invalid': 'Ten kod jest nieprawidłowy. Działa tylko najnowszy.',
    'code-expired': 'Ten kod stracił ważność. Wyślij sobie nowy.',
    'attempts-exhausted': `Zbyt wiele błędnych kodów. ${restart}`,
    'resend-too-soon': 'Kod został wysłany przed chwilą. Zajrzyj też do folderu ze spamem.',
    'resend-exhausted': `Nie możemy wysłać więcej kodów w ramach tej prośby. ${restart}`,
    'selection-invalid': 'Minęło sporo czasu, więc ze względów bezpieczeństwa zaloguj się ponownie.',
    'account-limit':
      'Z tym adresem e-mail nie można mieć tu więcej kont. Zaloguj się na to, które już istnieje.',
    'sign-up-closed': 'Obecnie nie można tu zakładać nowych kont.',
    'method-disabled': 'Ten sposób logowania nie jest tu dostępny. Skorzystaj z drugiego.',
    'challenge-required': ours,
    'rate-limited': 'Zbyt wiele prób w krótkim czasie.',
    unavailable: 'Serwer jest bardzo obciążony. Nic nie przepadło – spróbuj ponownie.',
    network: 'Nie możemy połączyć się z serwerem. Sprawdź połączenie i spróbuj ponownie.',
    timeout: 'Serwer zbyt długo nie odpowiada. Spróbuj ponownie.',
    'insecure-page':
      'Ze względów bezpieczeństwa ten formularz działa tylko na stronie, której adres zaczyna się od https://',
    'page-without-origin': 'Ten formularz nie działa w tej ramce. Otwórz stronę osobno.',
    'origin-not-allowed':
      'Ta witryna nie może jeszcze korzystać z portalu. Jej właściciel znajdzie powód w konsoli przeglądarki.',
    'business-not-found': `${setUp}Pod adresem URL backendu nie ma portalu; do właściciela witryny: sprawdź data-backend.`,
    'backend-missing': `${setUp}Do właściciela witryny: dodaj data-backend="https://…" do znacznika script albo otocz ten element znacznikiem <portal-provider backend="https://…">.`,
    'backend-invalid': `${setUp}Do właściciela witryny: data-backend musi być pełnym adresem URL, który zaczyna się od https://`,
  },
  fields: {
    required: 'Wypełnij to pole.',
    invalid: 'To nie wygląda na prawidłową wartość.',
    'too-short': 'To jest za krótkie.',
    'too-long': 'To jest za długie.',
    'unknown-field': ours,
    'email-invalid': 'To nie wygląda na adres e-mail, na przykład nazwa@example.com.',
    'password-too-short': 'Użyj co najmniej {min} znaków.',
    'password-too-long': 'To hasło jest za długie.',
    'password-common': 'Zbyt wiele osób używa tego hasła. Wybierz inne.',
  },
};
