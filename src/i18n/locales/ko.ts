/** Korean: up to the log-in. No particle that depends on a name's last sound follows a parameter. */
import type { Strings } from '../strings.ts';

const ours = '저희 쪽에 문제가 생겼어요. 다시 시도해 주세요.';
const outOfStep =
  '이 페이지와 서버의 상태가 서로 맞지 않아요. 페이지를 새로고침해 주세요. 그래도 안 되면 기기의 날짜와 시간을 확인해 주세요.';
const setUp = '이 양식은 아직 포털에 연결되지 않았어요. 사이트 관리자님: ';
const restart = '처음부터 다시 시작해 새 코드를 받으세요.';

export const strings: Strings = {
  locale: 'ko',
  email: '이메일',
  password: '비밀번호',
  showPassword: '비밀번호 표시',
  working: '잠시만 기다려 주세요…',
  logIn: '로그인',
  logInLead: '다시 만나서 반가워요.',
  forgot: '비밀번호를 잊으셨나요?',
  codeInstead: '이메일로 코드 받기',
  passwordInstead: '비밀번호로 로그인',
  sendCode: '이메일로 코드 받기',
  sendCodeLead: '이메일을 입력하면 로그인 코드를 보내 드려요.',
  toSignUp: '처음이신가요?',
  createAccount: '계정 만들기',

  name: '이름',
  code: '코드',
  retry: '다시 시도',
  close: '닫기',
  startAgain: '처음부터 다시 시작',
  otherEmail: '다른 이메일 사용',

  coolDown: '{wait} 후 다시 시도',

  signUpLead: '1분이면 충분해요.',
  passwordHint: '{min}자 이상',
  toLogIn: '이미 계정이 있으신가요?',
  terms: '이용약관',
  privacy: '개인정보처리방침',
  verified: '계정이 준비됐어요',
  verifiedLead: '방금 정한 비밀번호로 로그인하세요.',

  checkEmail: '이메일을 확인하세요',
  codeLead: '이메일을 보내 드렸어요. 이메일에 있는 숫자 {length}자리를 여기에 입력하세요.',
  linkLead: '이 브라우저에서 이메일의 링크를 열어도 로그인돼요.',
  longCodeLead:
    '이 주소로 잘못된 코드가 입력되어 더 긴 코드를 이메일로 보내 드렸어요. 이메일에 있는 영문자와 숫자 {length}자리를 여기에 입력하세요.',
  request: '요청 {tag}',
  codeLives: '이메일에도 같은 요청이 표시돼요. 코드는 {wait} 동안 쓸 수 있어요.',
  confirm: '계속',
  resend: '새 코드 보내기',
  resendIn: '{wait} 후 새 코드 보내기',
  resent: '새 코드를 보냈어요. 이전 코드는 이제 쓸 수 없어요.',

  choose: '계정 선택',
  severalAccounts: '{email} 주소로 만든 계정이 여러 개 있어요.',
  alreadyRegistered: '{email} 주소로 만든 계정이 이미 있어요. 새로 만들지 않았으니 기존 계정으로 계속하세요.',
  createdOn: '생성일: {date}',
  lastUsed: '마지막 사용: {date}',
  chooseElsewhere: '한 단계 남았어요. 이 페이지에서 계정을 선택하세요.',

  signedIn: '로그인되어 있어요',
  logOut: '로그아웃',

  onlineAgain: '다시 온라인 상태예요.',
  waitFor: '{wait} 기다린 뒤에 다시 시도해 주세요.',
  attemptsLeft: { other: '{left}번 더 시도할 수 있어요.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': '다시 로그인해 주세요.',
    'session-ended': '로그아웃되었어요. 다시 로그인해 주세요.',
    'step-up-required': '먼저 본인 확인을 해 주세요.',
    'account-changed': '다른 탭에서 계정이 전환되었어요. 여기서는 아무것도 변경되지 않았어요.',
    'invalid-input': '입력한 내용을 확인해 주세요.',
    'link-invalid': '이미 사용했거나 너무 오래된 링크예요. 여기에서 로그인하거나 새 링크를 요청하세요.',
    'link-other-device':
      '이 링크는 요청한 브라우저에서만 쓸 수 있어요. 그 브라우저에서 링크를 열거나 이메일의 코드를 입력하세요.',
    'credentials-invalid':
      '이메일과 비밀번호가 일치하지 않아요. 둘 다 확인하거나, 이메일로 받은 코드로 로그인하세요.',
    'password-paused':
      '이 이메일에 잘못된 비밀번호가 너무 많이 입력되었어요. 안전을 위해 이메일로 받은 코드로 로그인하세요.',
    'flow-invalid': `이 코드 요청은 더 이상 유효하지 않아요. ${restart}`,
    'code-invalid': '코드가 맞지 않아요. 가장 최근에 받은 코드만 쓸 수 있어요.',
    'code-expired': '코드가 만료되었어요. 새 코드를 받으세요.',
    'attempts-exhausted': `잘못된 코드가 너무 많이 입력되었어요. ${restart}`,
    'resend-too-soon': '방금 코드를 보냈어요. 스팸함도 확인해 주세요.',
    'resend-exhausted': `이 요청으로는 코드를 더 보낼 수 없어요. ${restart}`,
    'selection-invalid': '시간이 꽤 지났으니 안전을 위해 다시 로그인해 주세요.',
    'account-limit': '이 이메일로는 계정을 더 만들 수 없어요. 기존 계정으로 로그인하세요.',
    'sign-up-closed': '지금은 여기에서 새 계정을 만들 수 없어요.',
    'method-disabled': '여기에서는 이 방법으로 로그인할 수 없어요. 다른 방법을 사용해 주세요.',
    'challenge-required': ours,
    'rate-limited': '짧은 시간에 너무 여러 번 시도했어요.',
    unavailable: '서버가 매우 혼잡해요. 입력한 내용은 그대로 있으니 다시 시도해 주세요.',
    network: '서버에 연결할 수 없어요. 연결 상태를 확인한 뒤 다시 시도해 주세요.',
    timeout: '서버의 응답이 너무 늦어지고 있어요. 다시 시도해 주세요.',
    'insecure-page': '안전을 위해 이 양식은 주소가 https:// 로 시작하는 페이지에서만 쓸 수 있어요.',
    'page-without-origin': '이 양식은 이 프레임 안에서 쓸 수 없어요. 페이지를 따로 열어 주세요.',
    'origin-not-allowed':
      '이 웹사이트에서는 아직 포털을 쓸 수 없어요. 사이트 관리자는 브라우저 콘솔에서 이유를 확인할 수 있어요.',
    'business-not-found': `${setUp}백엔드 URL에 포털이 없어요. data-backend 값을 확인하세요.`,
    'backend-missing': `${setUp}script 태그에 data-backend="https://…" 속성을 넣거나, 이 요소를 <portal-provider backend="https://…"> 요소로 감싸세요.`,
    'backend-invalid': `${setUp}data-backend 값은 https:// 로 시작하는 전체 URL이어야 해요.`,
  },
  fields: {
    required: '입력해 주세요.',
    invalid: '올바르지 않은 것 같아요.',
    'too-short': '너무 짧아요.',
    'too-long': '너무 길어요.',
    'unknown-field': ours,
    'email-invalid': 'name@example.com 같은 형식의 이메일 주소를 입력해 주세요.',
    'password-too-short': '{min}자 이상으로 정해 주세요.',
    'password-too-long': '비밀번호가 너무 길어요.',
    'password-common': '너무 많은 사람이 쓰는 비밀번호예요. 다른 비밀번호를 정해 주세요.',
  },
};
