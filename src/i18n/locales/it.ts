/** Italian: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Qualcosa è andato storto da parte nostra. Riprova.';
const outOfStep =
  'Questa pagina non è più allineata con il server. Ricaricala; se non basta, controlla la data e l’ora del tuo dispositivo.';
const setUp = 'Questo modulo non è ancora collegato a un portale. ';
const restart = 'Ricomincia per ricevere un nuovo codice.';

export const strings: Strings = {
  locale: 'it',
  email: 'Email',
  password: 'Password',
  showPassword: 'Mostra la password',
  working: 'Un momento…',
  logIn: 'Accedi',
  logInLead: 'È bello rivederti.',
  forgot: 'Password dimenticata?',
  codeInstead: 'Preferisco un codice via email',
  passwordInstead: 'Preferisco usare la password',
  sendCode: 'Inviami un codice via email',
  sendCodeLead: 'Scrivi la tua email e ti invieremo un codice per accedere.',
  toSignUp: 'È la tua prima volta qui?',
  createAccount: 'Crea un account',

  name: 'Nome e cognome',
  code: 'Codice',
  retry: 'Riprova',
  close: 'Chiudi',
  startAgain: 'Ricomincia',
  otherEmail: 'Usa un’altra email',

  coolDown: 'Riprova tra {wait}',

  signUpLead: 'Basta un minuto.',
  passwordHint: 'Almeno {min} caratteri',
  toLogIn: 'Hai già un account?',
  terms: 'Termini',
  privacy: 'Informativa sulla privacy',
  verified: 'Il tuo account è pronto',
  verifiedLead: 'Accedi con la password che hai appena scelto.',

  checkEmail: 'Controlla la tua email',
  codeLead: 'Ti abbiamo inviato un’email. Inserisci qui le {length} cifre che contiene.',
  linkLead: 'Anche il link nell’email ti fa accedere, se lo apri in questo browser.',
  longCodeLead:
    'Ti abbiamo inviato un’email con un codice più lungo, perché per questo indirizzo sono stati inseriti codici sbagliati. Inserisci qui le sue {length} lettere e cifre.',
  request: 'Richiesta {tag}',
  codeLives: 'L’email riporta la stessa richiesta. Il suo codice vale per {wait}.',
  confirm: 'Continua',
  resend: 'Invia un nuovo codice',
  resendIn: 'Nuovo codice tra {wait}',
  resent: 'Un nuovo codice è in arrivo. Quello precedente non vale più.',

  choose: 'Scegli un account',
  severalAccounts: '{email} ha più account qui.',
  alreadyRegistered: '{email} ha già un account qui. Non è stato creato nulla di nuovo; continua con quello.',
  createdOn: 'Creato: {date}',
  lastUsed: 'ultimo utilizzo: {date}',
  chooseElsewhere: 'Ancora un passo: scegli il tuo account in questa pagina.',

  signedIn: 'Accesso effettuato',
  logOut: 'Esci',

  onlineAgain: 'La connessione è tornata.',
  waitFor: 'Attendi {wait} prima di riprovare.',
  attemptsLeft: { one: 'Hai ancora un tentativo.', other: 'Hai ancora {left} tentativi.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Accedi di nuovo.',
    'session-ended': 'La tua sessione è terminata. Accedi di nuovo.',
    'step-up-required': 'Prima conferma che sei tu.',
    'account-changed': 'L’account è stato cambiato in un’altra scheda. Qui non è stato modificato nulla.',
    'invalid-input': 'Controlla i dati che hai inserito.',
    'link-invalid': 'Questo link è già stato usato o è troppo vecchio. Accedi qui o richiedine uno nuovo.',
    'link-other-device':
      'Questo link funziona solo nel browser in cui è stato richiesto. Aprilo lì, oppure inserisci lì il codice dell’email.',
    'credentials-invalid':
      'L’email e la password non corrispondono. Controllale entrambe o accedi con un codice via email.',
    'password-paused':
      'Per questa email sono state inserite troppe password sbagliate. Per la tua sicurezza, accedi con un codice via email.',
    'flow-invalid': `Questa richiesta di codice non è più aperta. ${restart}`,
    'code-invalid': 'Questo codice non è corretto. Vale solo il più recente.',
    'code-expired': 'Questo codice è scaduto. Fattene inviare uno nuovo.',
    'attempts-exhausted': `Troppi codici sbagliati. ${restart}`,
    'resend-too-soon': 'Un codice è stato inviato poco fa. Controlla anche la cartella dello spam.',
    'resend-exhausted': `Non possiamo inviare altri codici per questa richiesta. ${restart}`,
    'selection-invalid': 'È passato un po’ di tempo: per la tua sicurezza, accedi di nuovo.',
    'account-limit': 'Questa email non può avere altri account qui. Accedi a quello che hai.',
    'sign-up-closed': 'Al momento qui non è possibile creare nuovi account.',
    'method-disabled': 'Qui non si può accedere in questo modo. Usa l’altro.',
    'challenge-required': ours,
    'rate-limited': 'Troppi tentativi in poco tempo.',
    unavailable: 'Il server è molto occupato. Non è andato perso nulla; riprova.',
    network: 'Non riusciamo a raggiungere il server. Controlla la connessione, poi riprova.',
    timeout: 'Il server impiega troppo tempo a rispondere. Riprova.',
    'insecure-page':
      'Per la tua sicurezza, questo modulo funziona solo nelle pagine il cui indirizzo inizia con https://',
    'page-without-origin':
      'Questo modulo non funziona all’interno di questo riquadro. Apri la pagina da sola.',
    'origin-not-allowed':
      'Questo sito non può ancora usare il portale. La console del browser ne spiega il motivo a chi lo gestisce.',
    'business-not-found': `${setUp}Non c’è nessun portale all’URL del suo backend; se gestisci il sito, controlla data-backend.`,
    'backend-missing': `${setUp}Se gestisci il sito, inserisci data-backend="https://…" nel tag script oppure <portal-provider backend="https://…"> attorno a questo elemento.`,
    'backend-invalid': `${setUp}Se gestisci il sito, data-backend deve essere un URL completo che inizia con https://`,
  },
  fields: {
    required: 'Compila questo campo.',
    invalid: 'Qualcosa qui non va.',
    'too-short': 'È troppo corto.',
    'too-long': 'È troppo lungo.',
    'unknown-field': ours,
    'email-invalid': 'Questo non sembra un indirizzo email, come nome@example.com.',
    'password-too-short': 'Usa almeno {min} caratteri.',
    'password-too-long': 'Questa password è troppo lunga.',
    'password-common': 'Troppe persone usano questa password. Scegline un’altra.',
  },
};
