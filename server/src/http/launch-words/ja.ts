import type { LaunchWords } from './words.ts';

export const ja: LaunchWords = {
  language: 'ja',
  direction: 'ltr',
  ask: (app) => `${app} に進みますか？`,
  asWho: '次のアカウントでログインします',
  proceed: (app) => `${app} に進む`,
  notYou: (business) =>
    `ご自身のアカウントでない場合や、移動を選んだ覚えがない場合は、このページを閉じてください。まだ何も行われていません。その後、ご自身で ${business} にログインしてください。`,
  dead: 'このリンクは使えなくなりました',
  deadBecause: '使用済みか、1分以上経過したか、その後ログアウトされています。',
  deadAdvice: '元のページに戻って、アプリをもう一度選択してください。',
  tooMany: '試行回数が多すぎます',
  tooManyAdvice: '数分待ってから、アプリをもう一度選択してください。',
  logInFirst: (app, business) =>
    app ? `${app} を開くには ${business} にログイン` : `先に ${business} にログイン`,
  logInFirstAdvice: (business) => `${business} にログインして、そこからアプリを選択してください。`,
  logInFor: (business) => `{app} を使うには、${business} にログインしてください。`,
  needsScript:
    'このページには JavaScript が必要です。このサイトで有効にして、ページを再読み込みしてください。',
  refused: 'アプリから実行できない要求がありました',
  refusedAdvice: 'アプリの設定に誤りがあります。アプリの管理者にお知らせください。',
  logOut: 'ログアウトしますか？',
  logOutLead: (business) =>
    `${business} のアプリからログアウトします。${business} のウェブサイトにはログインしたままです。`,
  logOutNow: 'ログアウト',
  loggedOut: 'ログアウトしました',
  loggedOutLead: 'このページは閉じてかまいません。',
  goTo: (host) => `${host} へ`,
};
