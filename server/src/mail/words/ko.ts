import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

/** No particle that depends on a name's last sound follows the business's name. */
export const ko = {
  language: 'ko',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} 웹사이트에 입력해 가입을 완료하세요.`,
      heading: '이메일 주소를 확인해 주세요',
      paragraphs: [hello(name), `가입을 완료하려면 ${business} 웹사이트에 이 코드를 입력하세요.`],
      code: codeBlock(mail),
      notes: [
        '가입하지 않으셨다면 이 이메일을 무시하셔도 돼요. 코드를 입력하지 않으면 계정이 만들어지지 않아요.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} 계정이 이미 있어요. 이 코드로 로그인하세요.`,
      heading: '이미 계정이 있어요',
      paragraphs: [
        `이 이메일 주소로 ${business} 가입을 시도한 기록이 있어요. 아마 본인이 하셨을 거예요. ` +
          '이 주소로 만든 계정이 이미 있어서 새로 만들지 않았어요.',
        '가입하던 곳에 이 코드를 입력하면 기존 계정으로 로그인돼요.',
      ],
      code: codeBlock(mail),
      notes: [
        '본인이 아니라면 이 이메일을 무시하셔도 돼요. 아무것도 변경되지 않았고, 코드가 없으면 누구도 로그인할 수 없어요.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} 웹사이트에 입력해 로그인하세요.`,
      heading: '로그인 코드',
      paragraphs: [`로그인하려면 ${business} 웹사이트에 이 코드를 입력하세요.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        '요청하지 않으셨다면 이 이메일을 무시하셔도 돼요. ' +
          `${mail.link ? '코드나 링크' : '코드'}가 없으면 누구도 로그인할 수 없어요.`,
        neverShare(business, mail.link && '코드와 링크'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `이 주소로 만든 ${business} 계정이 없어요(요청 ${tag})`,
      preview: `이 이메일 주소로 ${business} 로그인을 시도한 기록이 있어요.`,
      heading: '이 주소로 만든 계정이 없어요',
      paragraphs: [
        `이 이메일 주소로 ${business} 로그인 요청이 있었어요(요청 ${tag}). 아마 본인이 하셨을 거예요. ` +
          '이 주소로 만든 계정이 없어서 보낼 코드가 없어요.',
        '다른 주소로 가입하셨을 수도 있으니 그 주소로 시도해 보세요. ' +
          `지금 계정을 만들려면 ${business} 웹사이트에서 ‘계정 만들기’를 선택하세요.`,
      ],
      notes: ['로그인을 요청하지 않으셨다면 이 이메일을 무시하셔도 돼요. 아무것도 변경되지 않았어요.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} 웹사이트에 입력해 본인임을 확인해 주세요.`,
      heading: '본인임을 확인해 주세요',
      paragraphs: [
        `${business} 계정에 로그인한 사용자가 비밀번호 변경처럼 주의가 필요한 작업을 하려고 해요. ` +
          '본인임을 확인하려면 웹사이트에 이 코드를 입력하세요.',
      ],
      code: codeBlock(mail),
      notes: [
        '본인이 아니라면 이 코드를 누구에게도 알려 주지 마세요. 코드가 없으면 아무것도 변경되지 않아요. ' +
          `그런 다음 ${business} 웹사이트에 로그인해서 모든 기기에서 로그아웃하고 비밀번호를 변경하세요.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} 웹사이트에 입력하면 이 주소를 계정에 사용할 수 있어요.`,
      heading: '새 이메일 주소를 확인해 주세요',
      paragraphs: [`앞으로 이 주소를 계정에 사용하려면 ${business} 웹사이트에 이 코드를 입력하세요.`],
      code: codeBlock(mail),
      notes: [
        '요청하지 않으셨다면 이 이메일을 무시하셔도 돼요. 코드를 입력하지 않으면 아무것도 변경되지 않아요.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `이 주소로 만든 ${business} 계정이 이미 있어요(요청 ${tag})`,
      preview: '다른 계정의 주소를 이 주소로 바꿀 수 없어요.',
      heading: '이 주소로 만든 계정이 이미 있어요',
      paragraphs: [
        `이 이메일 주소를 다른 ${business} 계정에 사용하려는 요청이 있었어요(요청 ${tag}). 아마 본인이 하셨을 거예요. ` +
          '이 주소로 만든 계정이 이미 있어서 다른 계정의 주소는 그대로 유지돼요.',
        `거기에서 다른 주소를 선택하거나, 이 주소로 ${business} 웹사이트에 로그인하세요. 그 계정은 회원님의 계정이에요.`,
      ],
      notes: ['본인이 아니라면 이 이메일을 무시하셔도 돼요. 아무것도 변경되지 않았어요.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `${business} 계정의 비밀번호가 새로 설정되었어요`,
      preview: '본인이 아니라면 지금 바로 조치하세요. 방법은 이 이메일에 있어요.',
      heading: '계정의 비밀번호가 새로 설정되었어요',
      paragraphs: [
        hello(name),
        `${when(event)} ${business} 계정의 비밀번호가 설정되었어요. 다른 모든 기기에서는 로그아웃되었어요.`,
      ],
      notes: [
        '본인이 하셨다면 아무것도 하지 않으셔도 돼요.',
        `본인이 아니라면 지금 ${business} 웹사이트에서 이메일로 받은 코드로 로그인해 비밀번호를 다시 설정하세요. ` +
          `로그인할 수 없다면 즉시 ${business}에 알려 주세요.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `${business} 계정의 이메일 주소가 변경되었어요`,
      preview: '이제 이 주소로는 로그인할 수 없어요. 본인이 아니라면 지금 바로 조치하세요.',
      heading: '계정의 이메일 주소가 변경되었어요',
      paragraphs: [
        hello(name),
        `${when(event)} ${business} 계정의 이메일 주소가 변경되었어요. ` +
          '이제 이 주소로는 로그인할 수 없고, 다른 모든 기기에서는 로그아웃되었어요.',
      ],
      notes: [
        '본인이 하셨다면 아무것도 하지 않으셔도 돼요. 이제 계정 관련 이메일은 새 주소로 보내 드려요.',
        `본인이 아니라면 즉시 ${business}에 알려 주세요. 계정을 되찾아 줄 수 있는 곳은 ${business}뿐이에요. ` +
          '메일함도 점검하세요. 메일함의 비밀번호를 변경하고 어떤 기기가 로그인되어 있는지 확인하세요.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `${business} 계정이 삭제되었어요`,
      preview: '계정이 삭제되고 모든 기기에서 로그아웃되었어요.',
      heading: '계정이 삭제되었어요',
      paragraphs: [
        hello(name),
        `${when(event)} ${business} 계정이 삭제되고 모든 기기에서 로그아웃되었어요. 삭제된 계정은 복구할 수 없어요. ` +
          '이 주소로 만든 다른 계정이 있다면 그대로 유지돼요.',
      ],
      notes: [
        '본인이 하셨다면 아무것도 하지 않으셔도 돼요.',
        `본인이 아니라면 즉시 ${business}에 알리고 메일함의 비밀번호를 변경하세요.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `${business} 계정에서 기기 한 대를 로그아웃했어요`,
      preview: '더 이상 유효하지 않은 로그인이 다시 사용되어 종료했어요.',
      heading: '기기 한 대를 로그아웃했어요',
      paragraphs: [
        hello(name),
        `${when({ at, device: null })} ${business} 계정의 로그인이 원래와 다른 곳에서 사용되었어요. ` +
          '누군가 브라우저에서 로그인 정보를 복사하면 이런 일이 생길 수 있어서 즉시 종료했어요.' +
          (device === null ? '' : ` 로그인했던 기기: ${device}.`),
      ],
      notes: [
        '계속하려면 다시 로그인하세요. 계정과 데이터는 변경되지 않았어요.',
        `같은 일이 또 생기면 해당 기기에 모르는 소프트웨어가 있는지 확인하고 ${business}에 알려 주세요.`,
      ],
    }),
  },

  footer: (business) => `${business} 웹사이트에서 이 주소가 사용되어 보내 드리는 이메일이에요.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code comes first: a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} – ${business} 코드(요청 ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `요청 ${tag}: 이 두 글자가 표시된 창에만 코드를 입력하세요.`,
    life: `${minutes}분 동안 한 번만 쓸 수 있어요.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `${new URL(returnTo).host}에 로그인`,
    hint:
      '요청하신 브라우저에서 이 이메일을 읽고 계신가요? 그렇다면 링크가 더 빨라요. 바로 로그인돼요. ' +
      '다른 기기에서는 코드를 사용하세요.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? '안녕하세요.' : `${greeted} 님, 안녕하세요.`;
}

function neverShare(business: string, what = '코드'): string {
  return `${what}는 누구에게도 알려 주지 마세요. ${business}에서는 절대 물어보지 않아요.`;
}

const instant = instantIn('ko');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : ` ${device}에서`;
  return `${instant.format(at)}(UTC)에${from}`;
}
