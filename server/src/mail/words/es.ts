import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const es = {
  language: 'es',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Escríbelo en el sitio web de ${business} para terminar de crear tu cuenta.`,
      heading: 'Confirma tu correo',
      paragraphs: [
        hello(name),
        `Escribe este código en el sitio web de ${business} para terminar de crear tu cuenta.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Si no querías crear una cuenta, puedes ignorar este correo: sin el código no se crea ninguna.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Ya tienes una cuenta en ${business}. Con este código inicias sesión.`,
      heading: 'Ya tienes una cuenta',
      paragraphs: [
        `Alguien, probablemente tú, ha intentado crear una cuenta en ${business} con este correo. ` +
          'Ya tiene una, así que no se ha creado ninguna nueva.',
        'Escribe este código donde intentaste crear la cuenta e iniciarás sesión en la que ya tienes.',
      ],
      code: codeBlock(mail),
      notes: [
        'Si no has sido tú, puedes ignorar este correo: no ha cambiado nada y nadie puede entrar sin el código.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Escríbelo en el sitio web de ${business} para iniciar sesión.`,
      heading: 'Tu código para iniciar sesión',
      paragraphs: [`Escribe este código en el sitio web de ${business} para iniciar sesión.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Si no lo has pedido, puedes ignorar este correo: nadie puede entrar sin ' +
          (mail.link ? 'el código o el enlace.' : 'el código.'),
        mail.link
          ? `No compartas el código ni el enlace. Nadie de ${business} te los pedirá nunca.`
          : neverShare(business),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `No hay ninguna cuenta de ${business} con este correo (solicitud ${tag})`,
      preview: `Alguien ha intentado iniciar sesión en ${business} con este correo.`,
      heading: 'No hay ninguna cuenta con este correo',
      paragraphs: [
        `Alguien, probablemente tú, ha querido iniciar sesión en ${business} con este correo (solicitud ${tag}). ` +
          'Ninguna cuenta lo usa, así que no hay código que enviar.',
        'Quizá creaste tu cuenta con otro correo: prueba con ese. ' +
          `O crea una cuenta ahora: elige «Crear una cuenta» en el sitio web de ${business}.`,
      ],
      notes: ['Si no querías iniciar sesión, puedes ignorar este correo. No ha cambiado nada.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Escríbelo en el sitio web de ${business} para confirmar que eres tú.`,
      heading: 'Confirma que eres tú',
      paragraphs: [
        `Alguien que ha iniciado sesión en tu cuenta de ${business} quiere hacer algo delicado, ` +
          'como cambiar la contraseña. Escribe este código en el sitio web para confirmar que eres tú.',
      ],
      code: codeBlock(mail),
      notes: [
        'Si no eres tú, no compartas este código: sin él no se cambia nada. ' +
          `Después inicia sesión en el sitio web de ${business}, cierra todas las sesiones y cambia tu contraseña.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Escríbelo en el sitio web de ${business} para usar esta dirección en tu cuenta.`,
      heading: 'Confirma tu correo nuevo',
      paragraphs: [
        `Escribe este código en el sitio web de ${business} para usar esta dirección en tu cuenta a partir de ahora.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Si no lo has pedido, puedes ignorar este correo: sin el código no se cambia nada.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Este correo ya tiene una cuenta de ${business} (solicitud ${tag})`,
      preview: 'No se le puede asignar otra cuenta.',
      heading: 'Este correo ya tiene una cuenta',
      paragraphs: [
        `Alguien, probablemente tú, ha querido usar este correo para otra cuenta de ${business} (solicitud ${tag}). ` +
          'Ya tiene una cuenta, así que la otra conserva la dirección que tenía.',
        `Elige allí otra dirección. O inicia sesión con esta en el sitio web de ${business}: la cuenta es tuya.`,
      ],
      notes: ['Si no has sido tú, puedes ignorar este correo. No ha cambiado nada.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Tu cuenta de ${business} tiene una contraseña nueva`,
      preview: 'Si no has sido tú, actúa ya: este correo explica cómo.',
      heading: 'Tu cuenta tiene una contraseña nueva',
      paragraphs: [
        hello(name),
        `La contraseña de tu cuenta de ${business} se cambió ${when(event)}. ` +
          'Se ha cerrado la sesión en todos los demás dispositivos.',
      ],
      notes: [
        'Si has sido tú, no tienes que hacer nada.',
        `Si no has sido tú, inicia sesión ahora con un código por correo en el sitio web de ${business} y crea otra contraseña. ` +
          `Si no consigues entrar, avisa a ${business} de inmediato.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Tu cuenta de ${business} tiene otro correo`,
      preview: 'Esta dirección ya no sirve para iniciar sesión en ella. Si no has sido tú, actúa ya.',
      heading: 'Tu cuenta tiene otro correo',
      paragraphs: [
        hello(name),
        `El correo de tu cuenta de ${business} se cambió ${when(event)}. ` +
          'Esta dirección ya no sirve para iniciar sesión en ella, y se ha cerrado la sesión en todos los demás dispositivos.',
      ],
      notes: [
        'Si has sido tú, no tienes que hacer nada. Los correos sobre la cuenta llegan ahora a la dirección nueva.',
        `Si no has sido tú, avisa a ${business} de inmediato: solo desde allí te pueden devolver la cuenta. ` +
          'Protege también tu buzón: cambia su contraseña y revisa en qué dispositivos está abierto.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Tu cuenta de ${business} se ha eliminado`,
      preview: 'Ya no existe, y se ha cerrado la sesión en todos los dispositivos.',
      heading: 'Tu cuenta se ha eliminado',
      paragraphs: [
        hello(name),
        `Tu cuenta de ${business} se eliminó ${when(event)}, y se ha cerrado la sesión en todos los dispositivos. ` +
          'No se puede recuperar. Si tienes otras cuentas con este correo, siguen como estaban.',
      ],
      notes: [
        'Si has sido tú, no tienes que hacer nada.',
        `Si no has sido tú, avisa a ${business} de inmediato y cambia la contraseña de tu buzón.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `Hemos cerrado una sesión de tu cuenta de ${business}`,
      preview: 'Se volvió a usar una sesión que ya no era válida, así que la hemos cerrado.',
      heading: 'Hemos cerrado una sesión',
      paragraphs: [
        hello(name),
        `Una sesión de tu cuenta de ${business} se usó donde no correspondía ${when({ at, device: null })}. ` +
          'Eso ocurre cuando alguien la copia de un navegador, así que la cerramos en el acto.' +
          (device === null ? '' : ` Se había iniciado con este dispositivo: ${device}.`),
      ],
      notes: [
        'Vuelve a iniciar sesión para seguir. Ni tu cuenta ni tus datos han cambiado.',
        `Si vuelve a ocurrir, busca en ese dispositivo programas que no conozcas y avisa a ${business}.`,
      ],
    }),
  },

  footer: (business) =>
    `Recibes este correo porque esta dirección se ha usado en el sitio web de ${business}.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code and the tag first: a notification shows only the start (see en.ts). */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} es tu código de ${business} (solicitud ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `Para la solicitud ${tag}: escríbelo solo en la ventana que muestra estos dos caracteres.`,
    life: `Sirve una sola vez, durante ${minutes === 1 ? 'un minuto' : `${minutes} minutos`}.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Iniciar sesión en ${new URL(returnTo).host}`,
    hint:
      '¿Estás leyendo esto en el navegador en el que lo pediste? Entonces el enlace es más rápido: inicia tu sesión allí. ' +
      'En otro dispositivo, usa el código.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Hola:' : `Hola, ${greeted}:`;
}

function neverShare(business: string): string {
  return `No compartas el código. Nadie de ${business} te lo pedirá nunca.`;
}

const instant = instantIn('es');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  return `el ${instant.format(at)} (UTC${device === null ? '' : `, dispositivo: ${device}`})`;
}
