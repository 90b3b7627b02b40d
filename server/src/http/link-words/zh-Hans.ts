import type { LinkWords } from './words.ts';

export const zhHans: LinkWords = {
  language: 'zh-Hans',
  direction: 'ltr',
  heading: (business) => `登录 ${business}`,
  sent: (business) => `此链接由 ${business} 发送给您，可用于登录一次。`,
  asked: '这是您请求的链接。再点一下即可登录。',
  request: (tag) => `请求 ${tag}`,
  proceed: (host) => `继续前往 ${host}`,
  hereOnly: '此链接只能在您发起请求的浏览器中使用。',
  elsewhere: '是在其他浏览器或设备上请求的吗？',
  typeCode: (tag) => `请在显示请求 ${tag} 的窗口中输入此验证码：`,
  notAsked: (business) =>
    `不是您请求的？关闭此页面即可，尚未进行任何操作。切勿将验证码告诉任何人：${business} 不会有人向您索取。`,
  dead: '此链接已失效',
  deadBecause: '链接已被使用、已过期，或已被更新的邮件取代。',
  deadAdvice: '请返回您发起请求的窗口，在那里可以重新发送链接。',
  goTo: (host) => `前往 ${host}`,
};
