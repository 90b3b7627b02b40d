import type { LaunchWords } from './words.ts';

export const ko: LaunchWords = {
  language: 'ko',
  direction: 'ltr',
  ask: (app) => `${app} 앱으로 계속할까요?`,
  asWho: '다음 계정으로 로그인돼요',
  proceed: (app) => `${app} 앱으로 계속`,
  notYou: (business) =>
    `본인이 아니거나 직접 선택하지 않으셨나요? 이 페이지를 닫으면 돼요. 아무 일도 일어나지 않았어요. 그런 다음 ${business}에 직접 로그인하세요.`,
  dead: '이 경로는 더 이상 쓸 수 없어요',
  deadBecause: '이미 사용했거나, 1분이 넘게 지났거나, 그사이에 로그아웃했어요.',
  deadAdvice: '이전 페이지로 돌아가서 앱을 다시 선택하세요.',
  tooMany: '시도 횟수가 너무 많아요',
  tooManyAdvice: '몇 분 기다린 뒤 앱을 다시 선택하세요.',
  logInFirst: (app, business) =>
    app ? `${app} 앱을 열려면 ${business}에 로그인하세요` : `먼저 ${business}에 로그인하세요`,
  logInFirstAdvice: (business) => `${business}에 로그인한 다음 거기에서 앱을 선택하세요.`,
  logInFor: (business) => `{app} 앱을 이용하려면 ${business}에 로그인하세요.`,
  needsScript: '이 페이지에는 JavaScript가 필요해요. 이 사이트에서 사용하도록 설정한 뒤 새로고침하세요.',
  refused: '앱이 처리할 수 없는 요청을 보냈어요',
  refusedAdvice: '앱 설정에 오류가 있어요. 앱 관리자에게 알려 주세요.',
  logOut: '로그아웃할까요?',
  logOutLead: (business) =>
    `${business}의 앱에서 로그아웃돼요. ${business} 웹사이트에서는 로그인 상태가 유지돼요.`,
  logOutNow: '로그아웃',
  loggedOut: '로그아웃했어요',
  loggedOutLead: '이 페이지를 닫아도 돼요.',
  goTo: (host) => `${host} 바로가기`,
};
