import type { LinkWords } from './words.ts';

export const es: LinkWords = {
  language: 'es',
  direction: 'ltr',
  heading: (business) => `Iniciar sesión en ${business}`,
  sent: (business) => `${business} te ha enviado este enlace. Sirve para iniciar sesión una vez.`,
  asked: 'Has pedido este enlace. Un clic más y listo.',
  request: (tag) => `Solicitud ${tag}`,
  proceed: (host) => `Continuar a ${host}`,
  hereOnly: 'Funciona en el navegador en el que lo pediste.',
  elsewhere: '¿Lo pediste en otro navegador o dispositivo?',
  typeCode: (tag) => `Escribe allí este código, en la ventana que muestra la solicitud ${tag}:`,
  notAsked: (business) =>
    `¿No lo has pedido? Cierra esta página: no ha pasado nada. No le digas el código a nadie: nadie de ${business} lo necesita.`,
  dead: 'Este enlace ya no funciona',
  deadBecause: 'Ya se usó, es demasiado antiguo o un correo más reciente lo ha reemplazado.',
  deadAdvice: 'Vuelve a la ventana en la que lo pediste. Desde allí puedes pedir que te enviemos otro.',
  goTo: (host) => `Ir a ${host}`,
};
