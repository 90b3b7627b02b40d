/** Brazilian Portuguese: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'Algo deu errado do nosso lado. Tente de novo.';
const outOfStep =
  'Esta página não está mais em sincronia com o servidor. Recarregue-a; se não resolver, confira a data e a hora do seu dispositivo.';
const setUp = 'Este formulário ainda não está conectado a nenhum portal. ';
const restart = 'Comece de novo para receber outro código.';

export const strings: Strings = {
  locale: 'pt-BR',
  email: 'E-mail',
  password: 'Senha',
  showPassword: 'Mostrar senha',
  working: 'Um momento…',
  logIn: 'Entrar',
  logInLead: 'Que bom ter você de volta.',
  forgot: 'Esqueceu a senha?',
  codeInstead: 'Prefiro um código por e-mail',
  passwordInstead: 'Prefiro usar minha senha',
  sendCode: 'Receber código por e-mail',
  sendCodeLead: 'Informe seu e-mail e enviaremos um código para você entrar.',
  toSignUp: 'Primeira vez aqui?',
  createAccount: 'Criar conta',

  name: 'Nome completo',
  code: 'Código',
  retry: 'Tentar de novo',
  close: 'Fechar',
  startAgain: 'Começar de novo',
  otherEmail: 'Usar outro e-mail',

  coolDown: 'Tente de novo em {wait}',

  signUpLead: 'Leva só um minuto.',
  passwordHint: 'Pelo menos {min} caracteres',
  toLogIn: 'Já tem uma conta?',
  terms: 'Termos',
  privacy: 'Política de privacidade',
  verified: 'Sua conta está pronta',
  verifiedLead: 'Entre com a senha que você acabou de escolher.',

  checkEmail: 'Confira seu e-mail',
  codeLead: 'Enviamos um e-mail para você. Digite aqui os {length} dígitos que estão nele.',
  linkLead: 'O link no e-mail também faz você entrar, se for aberto neste navegador.',
  longCodeLead:
    'Enviamos um e-mail com um código mais longo, porque foram digitados códigos errados para este endereço. Digite aqui as {length} letras e números dele.',
  request: 'Solicitação {tag}',
  codeLives: 'O e-mail mostra a mesma solicitação. O código vale por {wait}.',
  confirm: 'Continuar',
  resend: 'Enviar novo código',
  resendIn: 'Novo código em {wait}',
  resent: 'Um novo código está a caminho. O anterior não vale mais.',

  choose: 'Escolha uma conta',
  severalAccounts: '{email} tem várias contas aqui.',
  alreadyRegistered: '{email} já tem uma conta aqui. Nada de novo foi criado; continue com ela.',
  createdOn: 'Criada em {date}',
  lastUsed: 'último uso em {date}',
  chooseElsewhere: 'Só mais um passo: escolha sua conta nesta página.',

  signedIn: 'Você entrou',
  logOut: 'Sair',

  onlineAgain: 'Sua conexão voltou.',
  waitFor: 'Espere {wait} antes de tentar de novo.',
  attemptsLeft: { one: 'Você tem mais uma tentativa.', other: 'Você tem mais {left} tentativas.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Entre de novo.',
    'session-ended': 'Sua sessão foi encerrada. Entre de novo.',
    'step-up-required': 'Antes, confirme que é você.',
    'account-changed': 'A conta foi trocada em outra aba. Nada foi alterado aqui.',
    'invalid-input': 'Confira o que você digitou.',
    'link-invalid': 'Este link já foi usado ou é antigo demais. Entre aqui ou peça um novo.',
    'link-other-device':
      'Este link só funciona no navegador em que foi pedido. Abra-o lá ou digite lá o código do e-mail.',
    'credentials-invalid':
      'O e-mail e a senha não combinam. Confira os dois ou entre com um código por e-mail.',
    'password-paused':
      'Foram digitadas muitas senhas erradas para este e-mail. Para sua segurança, entre com um código por e-mail.',
    'flow-invalid': `Esta solicitação de código não está mais aberta. ${restart}`,
    'code-invalid': 'Este código não está certo. Só o mais recente vale.',
    'code-expired': 'Este código expirou. Peça um novo.',
    'attempts-exhausted': `Muitos códigos errados. ${restart}`,
    'resend-too-soon': 'Um código acabou de ser enviado. Olhe também na pasta de spam.',
    'resend-exhausted': `Não podemos enviar mais códigos para esta solicitação. ${restart}`,
    'selection-invalid': 'Já faz um tempinho; para sua segurança, entre de novo.',
    'account-limit': 'Este e-mail não pode ter mais contas aqui. Entre na que você já tem.',
    'sign-up-closed': 'No momento, não é possível criar contas aqui.',
    'method-disabled': 'Esta forma de entrar não está disponível aqui. Use a outra.',
    'challenge-required': ours,
    'rate-limited': 'Muitas tentativas em pouco tempo.',
    unavailable: 'O servidor está muito ocupado. Nada se perdeu; tente de novo.',
    network: 'Não conseguimos acessar o servidor. Confira sua conexão e tente de novo.',
    timeout: 'O servidor está demorando demais para responder. Tente de novo.',
    'insecure-page':
      'Para sua segurança, este formulário só funciona em páginas cujo endereço começa com https://',
    'page-without-origin': 'Este formulário não funciona dentro deste quadro. Abra a página separadamente.',
    'origin-not-allowed':
      'Este site ainda não pode usar o portal. O console do navegador explica o motivo a quem cuida do site.',
    'business-not-found': `${setUp}Não há nenhum portal na URL do backend dele; se você cuida do site, confira data-backend.`,
    'backend-missing': `${setUp}Se você cuida do site, coloque data-backend="https://…" na tag script ou <portal-provider backend="https://…"> em volta deste elemento.`,
    'backend-invalid': `${setUp}Se você cuida do site, data-backend precisa ser uma URL completa que comece com https://`,
  },
  fields: {
    required: 'Preencha este campo.',
    invalid: 'Isto não parece certo.',
    'too-short': 'É curto demais.',
    'too-long': 'É longo demais.',
    'unknown-field': ours,
    'email-invalid': 'Isto não parece um e-mail, como nome@example.com.',
    'password-too-short': 'Use pelo menos {min} caracteres.',
    'password-too-long': 'Esta senha é longa demais.',
    'password-common': 'Muita gente usa esta senha. Escolha outra.',
  },
};
