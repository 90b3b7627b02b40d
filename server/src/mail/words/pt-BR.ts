import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const ptBR = {
  language: 'pt-BR',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Digite-o no site ${business} para terminar de criar sua conta.`,
      heading: 'Confirme seu e-mail',
      paragraphs: [hello(name), `Digite este código no site ${business} para terminar de criar sua conta.`],
      code: codeBlock(mail),
      notes: [
        'Se você não quis criar uma conta, pode ignorar este e-mail: sem o código, nenhuma conta é criada.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Você já tem uma conta em ${business}. Com este código você entra nela.`,
      heading: 'Você já tem uma conta',
      paragraphs: [
        `Alguém, provavelmente você, tentou criar uma conta em ${business} com este e-mail. ` +
          'Ele já tem uma, então nenhuma nova foi criada.',
        'Digite este código onde você quis criar a conta, e você entra na que já tem.',
      ],
      code: codeBlock(mail),
      notes: [
        'Se não foi você, pode ignorar este e-mail: nada mudou, e ninguém entra sem o código.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Digite-o no site ${business} para entrar.`,
      heading: 'Seu código para entrar',
      paragraphs: [`Digite este código no site ${business} para entrar.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Se não foi você que pediu, pode ignorar este e-mail: ninguém entra sem ' +
          (mail.link ? 'o código ou o link.' : 'o código.'),
        neverShare(business, mail.link && 'o código nem o link'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Nenhuma conta em ${business} com este e-mail (solicitação ${tag})`,
      preview: `Alguém tentou entrar em ${business} com este e-mail.`,
      heading: 'Não há nenhuma conta com este e-mail',
      paragraphs: [
        `Alguém, provavelmente você, pediu para entrar em ${business} com este e-mail (solicitação ${tag}). ` +
          'Nenhuma conta usa este e-mail, então não há código para enviar.',
        'Talvez você tenha criado sua conta com outro e-mail: tente com ele. ' +
          `Ou crie uma conta agora: escolha “Criar conta” no site ${business}.`,
      ],
      notes: ['Se você não pediu para entrar, pode ignorar este e-mail. Nada mudou.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Digite-o no site ${business} para confirmar que é você.`,
      heading: 'Confirme que é você',
      paragraphs: [
        `Alguém que entrou na sua conta em ${business} quer fazer algo que exige cuidado, ` +
          'como mudar a senha. Digite este código no site para confirmar que é você.',
      ],
      code: codeBlock(mail),
      notes: [
        'Se não é você, não passe este código a ninguém: sem ele, nada muda. ' +
          `Depois entre no site ${business}, saia de todos os dispositivos e mude sua senha.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Digite-o no site ${business} para usar este e-mail na sua conta.`,
      heading: 'Confirme seu novo e-mail',
      paragraphs: [
        `Digite este código no site ${business} para usar este e-mail na sua conta a partir de agora.`,
      ],
      code: codeBlock(mail),
      notes: [
        'Se não foi você que pediu, pode ignorar este e-mail: sem o código, nada muda.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Este e-mail já tem uma conta em ${business} (solicitação ${tag})`,
      preview: 'Outra conta não pode passar a usá-lo.',
      heading: 'Este e-mail já tem uma conta',
      paragraphs: [
        `Alguém, provavelmente você, quis usar este e-mail em outra conta em ${business} (solicitação ${tag}). ` +
          'Ele já tem uma conta, então a outra continua com o e-mail que tem.',
        `Escolha outro e-mail para ela. Ou entre com este no site ${business}: a conta é sua.`,
      ],
      notes: ['Se não foi você, pode ignorar este e-mail. Nada mudou.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Sua conta em ${business} tem uma nova senha`,
      preview: 'Se não foi você, aja agora: este e-mail explica como.',
      heading: 'Sua conta tem uma nova senha',
      paragraphs: [
        hello(name),
        `A senha da sua conta em ${business} foi definida ${when(event)}. ` +
          'A sessão em todos os outros dispositivos foi encerrada.',
      ],
      notes: [
        'Se foi você, não é preciso fazer nada.',
        `Se não foi você, entre agora no site ${business} com um código por e-mail e crie outra senha. ` +
          `Se você não conseguir entrar, avise ${business} imediatamente.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Sua conta em ${business} tem outro e-mail`,
      preview: 'Este endereço não serve mais para entrar nela. Se não foi você, aja agora.',
      heading: 'Sua conta tem outro e-mail',
      paragraphs: [
        hello(name),
        `O e-mail da sua conta em ${business} foi mudado ${when(event)}. ` +
          'Este endereço não serve mais para entrar nela, e a sessão em todos os outros dispositivos foi encerrada.',
      ],
      notes: [
        'Se foi você, não é preciso fazer nada. Os e-mails sobre a conta agora vão para o novo endereço.',
        `Se não foi você, avise ${business} imediatamente: só assim você pode recuperar a conta. ` +
          'Proteja também sua caixa de e-mail: mude a senha dela e veja em quais dispositivos ela está aberta.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Sua conta em ${business} foi excluída`,
      preview: 'Ela não existe mais, e a sessão em todos os dispositivos foi encerrada.',
      heading: 'Sua conta foi excluída',
      paragraphs: [
        hello(name),
        `Sua conta em ${business} foi excluída ${when(event)}, e a sessão em todos os dispositivos foi encerrada. ` +
          'Não é possível recuperá-la. Se você tem outras contas com este e-mail, elas continuam como estavam.',
      ],
      notes: [
        'Se foi você, não é preciso fazer nada.',
        `Se não foi você, avise ${business} imediatamente e mude a senha da sua caixa de e-mail.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `Encerramos uma sessão da sua conta em ${business}`,
      preview: 'Uma sessão que não valia mais foi usada de novo, então a encerramos.',
      heading: 'Encerramos uma sessão',
      paragraphs: [
        hello(name),
        `Uma sessão da sua conta em ${business} foi usada onde não devia, ${when({ at, device: null })}. ` +
          'Isso acontece quando alguém a copia de um navegador, então a encerramos na hora.' +
          (device === null ? '' : ` Ela tinha sido aberta neste dispositivo: ${device}.`),
      ],
      notes: [
        'Entre de novo para continuar. Sua conta e seus dados não foram alterados.',
        `Se isso acontecer de novo, procure nesse dispositivo programas que você não conhece e avise ${business}.`,
      ],
    }),
  },

  footer: (business) => `Você recebe este e-mail porque este endereço foi usado no site ${business}.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code and the tag first: a notification shows only the start (see en.ts). */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} é seu código de ${business} (solicitação ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `Para a solicitação ${tag}: digite-o só na janela que mostra estes dois caracteres.`,
    life: `Ele vale uma única vez, por ${minutes === 1 ? 'um minuto' : `${minutes} minutos`}.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Entrar em ${new URL(returnTo).host}`,
    hint:
      'Você está lendo isto no navegador em que fez o pedido? Então o link é mais rápido: ele faz você entrar lá. ' +
      'Em outro dispositivo, use o código.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Olá!' : `Olá, ${greeted}!`;
}

function neverShare(business: string, what = 'o código'): string {
  return `Não passe ${what} a ninguém. Ninguém de ${business} vai pedir isso a você.`;
}

const instant = instantIn('pt-BR');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  return `em ${instant.format(at)} (UTC${device === null ? '' : `, dispositivo: ${device}`})`;
}
