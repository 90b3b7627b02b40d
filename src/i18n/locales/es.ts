/** Spanish: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Algo ha fallado por nuestra parte. Inténtalo de nuevo.';
const outOfStep =
  'Esta página ya no está sincronizada con el servidor. Vuelve a cargarla; si no sirve de nada, comprueba la fecha y la hora de tu dispositivo.';
const setUp = 'Este formulario todavía no está conectado a ningún portal. ';
const restart = 'Empieza de nuevo para recibir otro código.';

export const strings: Strings = {
  locale: 'es',
  email: 'Correo electrónico',
  password: 'Contraseña',
  showPassword: 'Mostrar la contraseña',
  working: 'Un momento…',
  logIn: 'Iniciar sesión',
  logInLead: 'Hola de nuevo.',
  forgot: '¿Olvidaste tu contraseña?',
  codeInstead: 'Prefiero un código por correo',
  passwordInstead: 'Prefiero usar mi contraseña',
  sendCode: 'Enviarme un código',
  sendCodeLead: 'Escribe tu correo y te enviaremos un código para iniciar sesión.',
  toSignUp: '¿Es tu primera vez aquí?',
  createAccount: 'Crear una cuenta',

  name: 'Nombre completo',
  code: 'Código',
  retry: 'Intentar de nuevo',
  close: 'Cerrar',
  startAgain: 'Empezar de nuevo',
  otherEmail: 'Usar otro correo',

  coolDown: 'Intentar de nuevo en {wait}',

  signUpLead: 'Solo te llevará un minuto.',
  passwordHint: 'Al menos {min} caracteres',
  toLogIn: '¿Ya tienes una cuenta?',
  terms: 'Términos',
  privacy: 'Política de privacidad',
  verified: 'Tu cuenta está lista',
  verifiedLead: 'Inicia sesión con la contraseña que acabas de elegir.',

  checkEmail: 'Revisa tu correo',
  codeLead: 'Te hemos enviado un correo. Escribe aquí los {length} dígitos que contiene.',
  linkLead: 'El enlace que incluye también inicia tu sesión, si lo abres en este navegador.',
  longCodeLead:
    'Te hemos enviado un correo con un código más largo, porque se escribieron códigos incorrectos para esta dirección. Escribe aquí sus {length} letras y dígitos.',
  request: 'Solicitud {tag}',
  codeLives: 'En el correo figura la misma solicitud. Su código sirve durante {wait}.',
  confirm: 'Continuar',
  resend: 'Enviar otro código',
  resendIn: 'Otro código en {wait}',
  resent: 'Ya va en camino un código nuevo. El anterior ya no sirve.',

  choose: 'Elige una cuenta',
  severalAccounts: '{email} tiene varias cuentas aquí.',
  alreadyRegistered: '{email} ya tiene una cuenta aquí. No se ha creado nada nuevo; continúa con ella.',
  createdOn: 'Creada el {date}',
  lastUsed: 'último uso el {date}',
  chooseElsewhere: 'Un paso más: elige tu cuenta en esta página.',

  signedIn: 'Has iniciado sesión',
  logOut: 'Cerrar sesión',

  onlineAgain: 'Vuelves a tener conexión.',
  waitFor: 'Espera {wait} antes de volver a intentarlo.',
  attemptsLeft: { one: 'Te queda un intento.', other: 'Te quedan {left} intentos.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Vuelve a iniciar sesión.',
    'session-ended': 'Se ha cerrado tu sesión. Vuelve a iniciarla.',
    'step-up-required': 'Antes confirma que eres tú.',
    'account-changed': 'Se ha cambiado de cuenta en otra pestaña. Aquí no se ha modificado nada.',
    'invalid-input': 'Revisa lo que has escrito.',
    'link-invalid': 'Este enlace ya se usó o es demasiado antiguo. Inicia sesión aquí o pide uno nuevo.',
    'link-other-device':
      'Este enlace solo funciona en el navegador desde el que se pidió. Ábrelo allí o escribe allí el código del correo.',
    'credentials-invalid':
      'El correo y la contraseña no coinciden. Revisa ambos o inicia sesión con un código por correo.',
    'password-paused':
      'Se ha escrito demasiadas veces una contraseña incorrecta para este correo. Por tu seguridad, inicia sesión con un código por correo.',
    'flow-invalid': `Esta solicitud de código ya no está abierta. ${restart}`,
    'code-invalid': 'Este código no es correcto. Solo sirve el más reciente.',
    'code-expired': 'Este código ha caducado. Pide que te enviemos otro.',
    'attempts-exhausted': `Demasiados códigos incorrectos. ${restart}`,
    'resend-too-soon': 'Acabamos de enviar un código. Mira también en la carpeta de correo no deseado.',
    'resend-exhausted': `No podemos enviar más códigos para esta solicitud. ${restart}`,
    'selection-invalid': 'Ha pasado un buen rato; por tu seguridad, vuelve a iniciar sesión.',
    'account-limit': 'Este correo no puede tener más cuentas aquí. Inicia sesión en la que ya tienes.',
    'sign-up-closed': 'Por el momento no se pueden crear cuentas nuevas aquí.',
    'method-disabled': 'Aquí no se ofrece esta forma de iniciar sesión. Usa la otra.',
    'challenge-required': ours,
    'rate-limited': 'Demasiados intentos en poco tiempo.',
    unavailable: 'El servidor está muy ocupado. No se ha perdido nada; inténtalo de nuevo.',
    network: 'No podemos conectar con el servidor. Revisa tu conexión e inténtalo de nuevo.',
    timeout: 'El servidor tarda demasiado en responder. Inténtalo de nuevo.',
    'insecure-page':
      'Por tu seguridad, este formulario solo funciona en páginas cuya dirección empieza por https://',
    'page-without-origin': 'Este formulario no funciona dentro de este marco. Abre la página por separado.',
    'origin-not-allowed':
      'Este sitio web todavía no puede usar el portal. La consola del navegador explica el motivo a quien lo administra.',
    'business-not-found': `${setUp}No hay ningún portal en la URL de su backend; si administras el sitio, revisa data-backend.`,
    'backend-missing': `${setUp}Si administras el sitio, pon data-backend="https://…" en la etiqueta script o <portal-provider backend="https://…"> alrededor de este elemento.`,
    'backend-invalid': `${setUp}Si administras el sitio, data-backend debe ser una URL completa que empiece por https://`,
  },
  fields: {
    required: 'Completa este campo.',
    invalid: 'Esto no parece correcto.',
    'too-short': 'Es demasiado corto.',
    'too-long': 'Es demasiado largo.',
    'unknown-field': ours,
    'email-invalid': 'Esto no parece una dirección de correo, como nombre@example.com.',
    'password-too-short': 'Usa al menos {min} caracteres.',
    'password-too-long': 'Esta contraseña es demasiado larga.',
    'password-common': 'Demasiada gente usa esta contraseña. Elige otra.',
  },
};
