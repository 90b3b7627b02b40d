import type { LinkWords } from './words.ts';

export const ko: LinkWords = {
  language: 'ko',
  direction: 'ltr',
  heading: (business) => `${business}에 로그인`,
  sent: (business) => `${business}에서 보낸 링크예요. 한 번만 로그인할 수 있어요.`,
  asked: '요청하신 링크예요. 한 번만 더 클릭하면 로그인돼요.',
  request: (tag) => `요청 ${tag}`,
  proceed: (host) => `${host}에서 계속`,
  hereOnly: '요청한 브라우저에서만 쓸 수 있어요.',
  elsewhere: '다른 브라우저나 기기에서 요청하셨나요?',
  typeCode: (tag) => `요청 ${tag} 표시가 있는 창에 이 코드를 입력하세요:`,
  notAsked: (business) =>
    `요청하지 않으셨나요? 이 페이지를 닫으면 돼요. 아무 일도 일어나지 않았어요. 코드는 누구에게도 알려 주지 마세요. ${business}에서는 코드를 물어보지 않아요.`,
  dead: '이 링크는 더 이상 쓸 수 없어요',
  deadBecause: '이미 사용했거나, 너무 오래되었거나, 더 새로운 이메일로 대체되었어요.',
  deadAdvice: '요청한 창으로 돌아가면 새 링크를 받을 수 있어요.',
  goTo: (host) => `${host} 바로가기`,
};
