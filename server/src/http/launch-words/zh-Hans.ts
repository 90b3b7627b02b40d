import type { LaunchWords } from './words.ts';

export const zhHans: LaunchWords = {
  language: 'zh-Hans',
  direction: 'ltr',
  ask: (app) => `继续前往 ${app}？`,
  asWho: '您将使用以下账号登录',
  proceed: (app) => `继续前往 ${app}`,
  notYou: (business) =>
    `不是您的账号，或者您并未选择前往那里？关闭此页面即可，尚未进行任何操作。然后请自行登录 ${business}。`,
  dead: '此入口已失效',
  deadBecause: '它已被使用、已超过一分钟，或您在此期间已退出登录。',
  deadAdvice: '请返回之前的页面，重新选择该应用。',
  tooMany: '尝试次数过多',
  tooManyAdvice: '请等待几分钟，然后重新选择该应用。',
  logInFirst: (app, business) => (app ? `请登录 ${business} 以打开 ${app}` : `请先登录 ${business}`),
  logInFirstAdvice: (business) => `请登录 ${business}，然后从那里选择该应用。`,
  logInFor: (business) => `{app} 请您登录 ${business}。`,
  needsScript: '此页面需要 JavaScript。请为此网站启用 JavaScript，然后重新加载页面。',
  refused: '应用请求了无法完成的操作',
  refusedAdvice: '应用的设置有误，请告知该应用的管理者。',
  logOut: '要退出登录吗？',
  logOutLead: (business) => `您将退出登录 ${business} 的应用，但在其网站上仍保持登录状态。`,
  logOutNow: '退出登录',
  loggedOut: '您已退出登录',
  loggedOutLead: '您可以关闭此页面。',
  goTo: (host) => `前往 ${host}`,
};
