import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const ja = {
  language: 'ja',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} のウェブサイトで入力して、登録を完了してください。`,
      heading: 'メールアドレスの確認',
      paragraphs: [
        hello(name),
        `登録を完了するには、${business} のウェブサイトで次のコードを入力してください。`,
      ],
      code: codeBlock(mail),
      notes: [
        '登録したお心当たりがない場合は、このメールを無視してください。コードが入力されない限り、アカウントは作成されません。',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} のアカウントをすでにお持ちです。このコードでログインできます。`,
      heading: 'アカウントをすでにお持ちです',
      paragraphs: [
        `このメールアドレスで ${business} への登録が試みられました（おそらくご本人によるものです）。` +
          'このメールアドレスのアカウントはすでにあるため、新しいアカウントは作成されていません。',
        '登録しようとした画面で次のコードを入力すると、既存のアカウントにログインできます。',
      ],
      code: codeBlock(mail),
      notes: [
        'お心当たりがない場合は、このメールを無視してください。何も変更されておらず、コードがなければ誰もログインできません。',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} のウェブサイトで入力して、ログインしてください。`,
      heading: 'ログイン用のコード',
      paragraphs: [`ログインするには、${business} のウェブサイトで次のコードを入力してください。`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'お心当たりがない場合は、このメールを無視してください。' +
          `${mail.link ? 'コードまたはリンク' : 'コード'}がなければ、誰もログインできません。`,
        neverShare(business, mail.link && 'コードとリンク'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `このメールアドレスの ${business} アカウントはありません（リクエスト ${tag}）`,
      preview: `このメールアドレスで ${business} へのログインが試みられました。`,
      heading: 'このメールアドレスのアカウントはありません',
      paragraphs: [
        `このメールアドレスで ${business} へのログインがリクエストされました（おそらくご本人によるものです。リクエスト ${tag}）。` +
          'このメールアドレスのアカウントはないため、お送りするコードもありません。',
        '別のメールアドレスで登録された場合は、そちらをお試しください。' +
          `新しく始める場合は、${business} のウェブサイトで「アカウントを作成」を選択してください。`,
      ],
      notes: ['お心当たりがない場合は、このメールを無視してください。何も変更されていません。'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} のウェブサイトで入力して、ご本人であることを確認してください。`,
      heading: 'ご本人の確認',
      paragraphs: [
        `${business} のアカウントにログイン中の方が、パスワードの変更など、確認が必要な操作をしようとしています。` +
          'ご本人であることを確認するため、ウェブサイトで次のコードを入力してください。',
      ],
      code: codeBlock(mail),
      notes: [
        'お心当たりがない場合は、このコードを誰にも教えないでください。コードがなければ何も変更されません。' +
          `そのうえで ${business} のウェブサイトにログインし、すべてのデバイスからログアウトして、パスワードを変更してください。`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} のウェブサイトで入力すると、このメールアドレスがアカウントに設定されます。`,
      heading: '新しいメールアドレスの確認',
      paragraphs: [
        `今後このメールアドレスをアカウントで使うには、${business} のウェブサイトで次のコードを入力してください。`,
      ],
      code: codeBlock(mail),
      notes: [
        'お心当たりがない場合は、このメールを無視してください。コードが入力されない限り、何も変更されません。',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `このメールアドレスの ${business} アカウントはすでにあります（リクエスト ${tag}）`,
      preview: '別のアカウントをこのメールアドレスに変更することはできません。',
      heading: 'このメールアドレスのアカウントはすでにあります',
      paragraphs: [
        `このメールアドレスを ${business} の別のアカウントで使うリクエストがありました（おそらくご本人によるものです。リクエスト ${tag}）。` +
          'このメールアドレスのアカウントはすでにあるため、別のアカウントのメールアドレスは変更されていません。',
        `別のメールアドレスを選ぶか、このメールアドレスで ${business} のウェブサイトにログインしてください。そのアカウントはあなたのものです。`,
      ],
      notes: ['お心当たりがない場合は、このメールを無視してください。何も変更されていません。'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `${business} アカウントのパスワードが変更されました`,
      preview: 'お心当たりがない場合は、すぐにこのメールの手順に従ってください。',
      heading: 'アカウントのパスワードが変更されました',
      paragraphs: [
        hello(name),
        `${business} アカウントのパスワードが ${when(event)}設定されました。他のすべてのデバイスからはログアウトされました。`,
      ],
      notes: [
        'ご本人による操作であれば、何もする必要はありません。',
        `お心当たりがない場合は、今すぐ ${business} のウェブサイトでメールのコードを使ってログインし、別のパスワードを設定してください。` +
          `ログインできない場合は、ただちに ${business} にご連絡ください。`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `${business} アカウントのメールアドレスが変更されました`,
      preview:
        'このメールアドレスではログインできなくなりました。お心当たりがない場合は、すぐに対応してください。',
      heading: 'アカウントのメールアドレスが変更されました',
      paragraphs: [
        hello(name),
        `${business} アカウントのメールアドレスが ${when(event)}変更されました。` +
          'このメールアドレスではログインできなくなり、他のすべてのデバイスからもログアウトされました。',
      ],
      notes: [
        'ご本人による操作であれば、何もする必要はありません。今後、アカウントに関するメールは新しいメールアドレスに届きます。',
        `お心当たりがない場合は、ただちに ${business} にご連絡ください。アカウントを取り戻せるのは ${business} だけです。` +
          'メールボックスもご確認ください。パスワードを変更し、ログイン中のデバイスを確認してください。',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `${business} アカウントが削除されました`,
      preview: 'アカウントは削除され、すべてのデバイスからログアウトされました。',
      heading: 'アカウントが削除されました',
      paragraphs: [
        hello(name),
        `${business} アカウントが ${when(event)}削除され、すべてのデバイスからログアウトされました。元に戻すことはできません。` +
          'このメールアドレスの他のアカウントには影響ありません。',
      ],
      notes: [
        'ご本人による操作であれば、何もする必要はありません。',
        `お心当たりがない場合は、ただちに ${business} にご連絡のうえ、メールボックスのパスワードを変更してください。`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `1台のデバイスを ${business} アカウントからログアウトさせました`,
      preview: '無効になったログインが再び使われたため、終了しました。',
      heading: '1台のデバイスをログアウトさせました',
      paragraphs: [
        hello(name),
        `${business} アカウントのログインが、${when({ at, device: null })}本来とは異なる場所で使われました。` +
          'ブラウザーからログイン情報がコピーされると起こることがあるため、ただちにそのログインを終了しました。' +
          (device === null ? '' : `ログインに使われたデバイス：${device}`),
      ],
      notes: [
        '引き続きご利用になるには、もう一度ログインしてください。アカウントとデータは変更されていません。',
        `同じことがまた起きた場合は、そのデバイスに見覚えのないソフトがないか確認し、${business} にご連絡ください。`,
      ],
    }),
  },

  footer: (business) =>
    `このメールは、${business} のウェブサイトでこのメールアドレスが使われたため、お送りしています。`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code comes first: a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} が ${business} のコードです（リクエスト ${tag}）`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `リクエスト ${tag} 用のコードです。この2文字が表示されている画面でのみ入力してください。`,
    life: `${minutes} 分間、1回だけ有効です。`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `${new URL(returnTo).host} にログイン`,
    hint:
      'このメールを、リクエストしたブラウザーで読んでいますか？その場合は、リンクを使うとすぐにログインできます。' +
      '別のデバイスではコードを使ってください。',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'こんにちは。' : `${greeted} 様`;
}

function neverShare(business: string, what = 'コード'): string {
  return `${what}は誰にも教えないでください。${business} がお尋ねすることは決してありません。`;
}

const instant = instantIn('ja');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `${device} から`;
  return `${instant.format(at)}（UTC）に${from}`;
}
