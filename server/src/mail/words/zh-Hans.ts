import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const zhHans = {
  language: 'zh-Hans',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `请在 ${business} 网站上输入此验证码以完成注册。`,
      heading: '验证您的邮箱地址',
      paragraphs: [hello(name), `请在 ${business} 网站上输入此验证码以完成注册。`],
      code: codeBlock(mail),
      notes: ['如果您没有注册，请忽略此邮件：不输入验证码，就不会创建账号。', neverShare(business)],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `您在 ${business} 已有账号，可使用此验证码登录。`,
      heading: '您已有账号',
      paragraphs: [
        `有人（可能是您本人）尝试用此邮箱地址在 ${business} 注册。` + '此邮箱已有账号，因此未创建新账号。',
        '请在您注册的地方输入此验证码，即可登录您已有的账号。',
      ],
      code: codeBlock(mail),
      notes: [
        '如果不是您本人操作，请忽略此邮件：没有任何更改，没有验证码，任何人都无法登录。',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `请在 ${business} 网站上输入此验证码以登录。`,
      heading: '您的登录验证码',
      paragraphs: [`请在 ${business} 网站上输入此验证码以登录。`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        '如果您没有请求登录，请忽略此邮件：' +
          `没有${mail.link ? '验证码或链接' : '验证码'}，任何人都无法登录。`,
        neverShare(business, mail.link && '验证码和链接'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `此邮箱地址没有 ${business} 账号（请求 ${tag}）`,
      preview: `有人尝试用此邮箱地址登录 ${business}。`,
      heading: '此邮箱地址没有账号',
      paragraphs: [
        `有人（可能是您本人）请求用此邮箱地址登录 ${business}（请求 ${tag}）。` +
          '没有账号使用此邮箱，因此没有可发送的验证码。',
        '您可能是用其他邮箱注册的，请试试那个邮箱。' +
          `您也可以现在创建账号：在 ${business} 网站上选择“创建账号”。`,
      ],
      notes: ['如果您没有请求登录，请忽略此邮件。没有任何更改。'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `请在 ${business} 网站上输入此验证码，以确认是您本人。`,
      heading: '请确认是您本人',
      paragraphs: [
        `有人登录了您的 ${business} 账号，想要进行更改密码之类的重要操作。` +
          '请在网站上输入此验证码，以确认是您本人。',
      ],
      code: codeBlock(mail),
      notes: [
        '如果不是您本人操作，请勿将此验证码告诉任何人：没有它，就不会有任何更改。' +
          `然后请登录 ${business} 网站，在所有设备上退出登录，并更改密码。`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `请在 ${business} 网站上输入此验证码，以将此邮箱用于您的账号。`,
      heading: '验证您的新邮箱地址',
      paragraphs: [`如需从现在起将此邮箱用于您的账号，请在 ${business} 网站上输入此验证码。`],
      code: codeBlock(mail),
      notes: ['如果您没有提出此请求，请忽略此邮件：没有验证码，就不会有任何更改。', neverShare(business)],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `此邮箱地址已有 ${business} 账号（请求 ${tag}）`,
      preview: '无法将另一个账号改为使用此邮箱。',
      heading: '此邮箱地址已有账号',
      paragraphs: [
        `有人（可能是您本人）想将此邮箱地址用于另一个 ${business} 账号（请求 ${tag}）。` +
          '此邮箱已有账号，因此另一个账号的邮箱保持不变。',
        `请在那里选择其他邮箱，或用此邮箱登录 ${business} 网站：该账号属于您。`,
      ],
      notes: ['如果不是您本人操作，请忽略此邮件。没有任何更改。'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `您的 ${business} 账号设置了新密码`,
      preview: '如果不是您本人操作，请立即处理：方法见此邮件。',
      heading: '您的账号设置了新密码',
      paragraphs: [
        hello(name),
        `您的 ${business} 账号于 ${when(event)}设置了密码。所有其他设备均已退出登录。`,
      ],
      notes: [
        '如果是您本人操作，则无需进行任何处理。',
        `如果不是您本人操作：请立即在 ${business} 网站上使用邮箱验证码登录，并重新设置密码。` +
          `如果无法登录，请立即告知 ${business}。`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `您的 ${business} 账号更改了邮箱地址`,
      preview: '此邮箱已无法登录该账号。如果不是您本人操作，请立即处理。',
      heading: '您的账号更改了邮箱地址',
      paragraphs: [
        hello(name),
        `您的 ${business} 账号于 ${when(event)}更改了邮箱地址。` +
          '此邮箱已无法登录该账号，所有其他设备均已退出登录。',
      ],
      notes: [
        '如果是您本人操作，则无需进行任何处理。今后有关该账号的邮件将发送到新邮箱。',
        `如果不是您本人操作，请立即告知 ${business}：只有他们能将账号归还给您。` +
          '也请检查您的邮箱：更改邮箱密码，并查看有哪些设备登录了邮箱。',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `您的 ${business} 账号已删除`,
      preview: '账号已删除，所有设备均已退出登录。',
      heading: '您的账号已删除',
      paragraphs: [
        hello(name),
        `您的 ${business} 账号已于 ${when(event)}删除，所有设备均已退出登录。账号无法恢复。` +
          '如果您用此邮箱还有其他账号，它们不受影响。',
      ],
      notes: [
        '如果是您本人操作，则无需进行任何处理。',
        `如果不是您本人操作，请立即告知 ${business}，并更改您邮箱的密码。`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `我们已将一台设备从您的 ${business} 账号退出登录`,
      preview: '有人再次使用了已失效的登录，因此我们将其终止。',
      heading: '我们已将一台设备退出登录',
      paragraphs: [
        hello(name),
        `您的 ${business} 账号的一次登录于 ${when({ at, device: null })}在异常的地方被使用。` +
          '有人从浏览器中复制登录信息时会出现这种情况，因此我们立即终止了该登录。' +
          (device === null ? '' : `该登录来自 ${device}。`),
      ],
      notes: [
        '如需继续，请重新登录。您的账号和数据没有更改。',
        `如果再次发生这种情况，请检查该设备上是否有您不认识的软件，并告知 ${business}。`,
      ],
    }),
  },

  footer: (business) => `您收到此邮件，是因为有人在 ${business} 网站上使用了此邮箱地址。`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code comes first: a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} 是您的 ${business} 验证码（请求 ${tag}）`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `用于请求 ${tag}：请只在显示这两个字符的窗口中输入验证码。`,
    life: `${minutes} 分钟内有效，仅可使用一次。`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `登录 ${new URL(returnTo).host}`,
    hint: '您正在发起请求的浏览器中阅读此邮件吗？那么使用链接更快：点击即可登录。在其他设备上请使用验证码。',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? '您好：' : `${greeted}，您好：`;
}

function neverShare(business: string, what = '验证码'): string {
  return `请勿将${what}告诉任何人。${business} 的任何人都不会向您索取。`;
}

const instant = instantIn('zh-Hans');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `通过 ${device} `;
  return `${instant.format(at)}（UTC）${from}`;
}
