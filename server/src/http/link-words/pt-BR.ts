import type { LinkWords } from './words.ts';

export const ptBR: LinkWords = {
  language: 'pt-BR',
  direction: 'ltr',
  heading: (business) => `Entrar em ${business}`,
  sent: (business) => `${business} enviou este link para você. Ele faz você entrar uma única vez.`,
  asked: 'Você pediu este link. Mais um clique e pronto.',
  request: (tag) => `Solicitação ${tag}`,
  proceed: (host) => `Continuar para ${host}`,
  hereOnly: 'Funciona no navegador em que você fez o pedido.',
  elsewhere: 'Pediu em outro navegador ou em outro dispositivo?',
  typeCode: (tag) => `Digite este código lá, na janela que mostra a solicitação ${tag}:`,
  notAsked: (business) =>
    `Não foi você que pediu? Feche esta página, não aconteceu nada. Nunca diga o código a ninguém: em ${business}, ninguém precisa dele.`,
  dead: 'Este link não funciona mais',
  deadBecause: 'Ele já foi usado, é antigo demais ou um e-mail mais recente tomou o lugar dele.',
  deadAdvice: 'Volte à janela em que você fez o pedido. Lá você pode pedir um novo.',
  goTo: (host) => `Ir para ${host}`,
};
