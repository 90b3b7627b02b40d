import type { LaunchWords } from './words.ts';

export const ptBR: LaunchWords = {
  language: 'pt-BR',
  direction: 'ltr',
  ask: (app) => `Continuar para ${app}?`,
  asWho: 'Lá você vai entrar como',
  proceed: (app) => `Continuar para ${app}`,
  notYou: (business) =>
    `Não é você, ou você não escolheu ir para lá? Feche esta página, não aconteceu nada. Depois entre em ${business} por conta própria.`,
  dead: 'Este acesso não funciona mais',
  deadBecause: 'Ele já foi usado, tem mais de um minuto ou você saiu da conta nesse meio-tempo.',
  deadAdvice: 'Volte à página de onde você veio e escolha o app de novo.',
  tooMany: 'Muitas tentativas',
  tooManyAdvice: 'Espere alguns minutos e escolha o app de novo.',
  logInFirst: (app, business) =>
    app ? `Entre em ${business} para abrir ${app}` : `Primeiro, entre em ${business}`,
  logInFirstAdvice: (business) => `Entre em ${business} e escolha o app por lá.`,
  logInFor: (business) => `{app} pede que você entre em ${business}.`,
  needsScript: 'Esta página precisa de JavaScript. Ative-o para este site e recarregue a página.',
  refused: 'O app pediu algo que não pode ser feito',
  refusedAdvice: 'É um erro na configuração do app. Quem cuida dele precisa saber.',
  logOut: 'Quer sair?',
  logOutLead: (business) =>
    `Sua sessão nos apps de ${business} será encerrada. No próprio site, ela continua aberta.`,
  logOutNow: 'Sair',
  loggedOut: 'Você saiu',
  loggedOutLead: 'Você pode fechar esta página.',
  goTo: (host) => `Ir para ${host}`,
};
