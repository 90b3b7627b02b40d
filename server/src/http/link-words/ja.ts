import type { LinkWords } from './words.ts';

export const ja: LinkWords = {
  language: 'ja',
  direction: 'ltr',
  heading: (business) => `${business} にログイン`,
  sent: (business) => `このリンクは ${business} からお送りしたものです。1回だけログインに使えます。`,
  asked: 'リクエストされたリンクです。あと1クリックでログインできます。',
  request: (tag) => `リクエスト ${tag}`,
  proceed: (host) => `${host} に進む`,
  hereOnly: 'リクエストしたブラウザーでのみ使えます。',
  elsewhere: '別のブラウザーやデバイスでリクエストしましたか？',
  typeCode: (tag) => `リクエスト ${tag} が表示されている画面で、このコードを入力してください：`,
  notAsked: (business) =>
    `お心当たりがない場合は、このページを閉じてください。まだ何も行われていません。コードは誰にも教えないでください。${business} がコードをお尋ねすることはありません。`,
  dead: 'このリンクは使えなくなりました',
  deadBecause: '使用済みか、期限が切れているか、新しいメールが送られています。',
  deadAdvice: 'リクエストした画面に戻ると、新しいリンクを受け取れます。',
  goTo: (host) => `${host} へ`,
};
