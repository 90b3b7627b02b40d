import type { LaunchWords } from './words.ts';

export const es: LaunchWords = {
  language: 'es',
  direction: 'ltr',
  ask: (app) => `¿Continuar a ${app}?`,
  asWho: 'Iniciarás sesión allí como',
  proceed: (app) => `Continuar a ${app}`,
  notYou: (business) =>
    `¿No eres tú o no has elegido ir allí? Cierra esta página: no ha pasado nada. Después inicia sesión en ${business} por tu cuenta.`,
  dead: 'Este acceso ya no funciona',
  deadBecause: 'Ya se usó, tiene más de un minuto o has cerrado sesión mientras tanto.',
  deadAdvice: 'Vuelve a la página de la que vienes y elige otra vez la aplicación.',
  tooMany: 'Demasiados intentos',
  tooManyAdvice: 'Espera unos minutos y vuelve a elegir la aplicación.',
  logInFirst: (app, business) =>
    app ? `Inicia sesión en ${business} para abrir ${app}` : `Primero inicia sesión en ${business}`,
  logInFirstAdvice: (business) => `Inicia sesión en ${business} y elige allí la aplicación.`,
  logInFor: (business) => `{app} te pide que inicies sesión en ${business}.`,
  needsScript: 'Esta página necesita JavaScript. Actívalo para este sitio y vuelve a cargar la página.',
  refused: 'La aplicación ha pedido algo que no se puede hacer',
  refusedAdvice: 'Es un error en la configuración de la aplicación. Conviene avisar a quien la administra.',
  logOut: '¿Quieres cerrar sesión?',
  logOutLead: (business) =>
    `Se cerrará tu sesión en las aplicaciones de ${business}. En su sitio web seguirá abierta.`,
  logOutNow: 'Cerrar sesión',
  loggedOut: 'Has cerrado sesión',
  loggedOutLead: 'Puedes cerrar esta página.',
  goTo: (host) => `Ir a ${host}`,
};
