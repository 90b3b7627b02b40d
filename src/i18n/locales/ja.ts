/** Japanese: up to the log-in. */
import type { Strings } from '../strings.ts';

const ours = 'システム側で問題が発生しました。もう一度お試しください。';
const outOfStep =
  'このページとサーバーの状態が一致していません。ページを再読み込みしてください。それでも解決しない場合は、デバイスの日付と時刻を確認してください。';
const setUp = 'このフォームはまだポータルに接続されていません。サイト管理者の方へ：';
const restart = '最初からやり直して、新しいコードを受け取ってください。';

export const strings: Strings = {
  locale: 'ja',
  email: 'メールアドレス',
  password: 'パスワード',
  showPassword: 'パスワードを表示',
  working: 'お待ちください…',
  logIn: 'ログイン',
  logInLead: 'おかえりなさい。',
  forgot: 'パスワードをお忘れですか？',
  codeInstead: '代わりにメールでコードを受け取る',
  passwordInstead: '代わりにパスワードを使う',
  sendCode: 'メールでコードを受け取る',
  sendCodeLead: 'メールアドレスを入力すると、ログイン用のコードをお送りします。',
  toSignUp: '初めてのご利用ですか？',
  createAccount: 'アカウントを作成',

  name: '氏名',
  code: 'コード',
  retry: '再試行',
  close: '閉じる',
  startAgain: '最初からやり直す',
  otherEmail: '別のメールアドレスを使う',

  coolDown: '{wait}後に再試行できます',

  signUpLead: '1分ほどで完了します。',
  passwordHint: '{min} 文字以上',
  toLogIn: 'すでにアカウントをお持ちですか？',
  terms: '利用規約',
  privacy: 'プライバシーポリシー',
  verified: 'アカウントの準備ができました',
  verifiedLead: '先ほど設定したパスワードでログインしてください。',

  checkEmail: 'メールを確認してください',
  codeLead: 'メールをお送りしました。記載されている {length} 桁の数字をここに入力してください。',
  linkLead: 'このブラウザーでメール内のリンクを開いても、ログインできます。',
  longCodeLead:
    'このメールアドレスに対して誤ったコードが入力されたため、長いコードをメールでお送りしました。記載されている {length} 文字の英数字をここに入力してください。',
  request: 'リクエスト {tag}',
  codeLives: 'メールにも同じリクエストが記載されています。コードの有効時間はあと {wait}です。',
  confirm: '続ける',
  resend: '新しいコードを送信',
  resendIn: '{wait}後に新しいコードを送信できます',
  resent: '新しいコードを送信しました。以前のコードは使えなくなりました。',

  choose: 'アカウントを選択',
  severalAccounts: '{email} のアカウントは複数あります。',
  alreadyRegistered:
    '{email} のアカウントはすでにあります。新しいアカウントは作成されていません。既存のアカウントで続けてください。',
  createdOn: '作成日：{date}',
  lastUsed: '最終利用日：{date}',
  chooseElsewhere: 'あと一歩です。このページでアカウントを選択してください。',

  signedIn: 'ログインしています',
  logOut: 'ログアウト',

  onlineAgain: 'オンラインに戻りました。',
  waitFor: 'あと {wait}待ってから、もう一度お試しください。',
  attemptsLeft: { other: 'あと {left} 回入力できます。' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'もう一度ログインしてください。',
    'session-ended': 'ログアウトされました。もう一度ログインしてください。',
    'step-up-required': 'まず、ご本人であることを確認してください。',
    'account-changed': '別のタブでアカウントが切り替えられました。ここでは何も変更されていません。',
    'invalid-input': '入力内容を確認してください。',
    'link-invalid':
      'このリンクは使用済みか、期限が切れています。ここでログインするか、新しいリンクを受け取ってください。',
    'link-other-device':
      'このリンクは、リクエストしたブラウザーでのみ使えます。そのブラウザーで、リンクを開くかメールのコードを入力してください。',
    'credentials-invalid':
      'メールアドレスとパスワードが一致しません。両方を確認するか、メールで届くコードでログインしてください。',
    'password-paused':
      'このメールアドレスに対して、誤ったパスワードが何度も入力されました。安全のため、メールで届くコードでログインしてください。',
    'flow-invalid': `このコードのリクエストは無効になりました。${restart}`,
    'code-invalid': 'コードが正しくありません。最新のコードのみ有効です。',
    'code-expired': 'コードの有効期限が切れました。新しいコードを受け取ってください。',
    'attempts-exhausted': `誤ったコードが何度も入力されました。${restart}`,
    'resend-too-soon': 'コードは先ほど送信されました。迷惑メールフォルダもご確認ください。',
    'resend-exhausted': `このリクエストでは、これ以上コードを送信できません。${restart}`,
    'selection-invalid': '時間が経過したため、安全のため、もう一度ログインしてください。',
    'account-limit':
      'このメールアドレスでは、これ以上アカウントを作成できません。既存のアカウントでログインしてください。',
    'sign-up-closed': '現在、ここでは新しいアカウントを作成できません。',
    'method-disabled': 'このログイン方法はここでは使えません。もう一方の方法をお試しください。',
    'challenge-required': ours,
    'rate-limited': '短時間に何度も試行されました。',
    unavailable: 'サーバーが混み合っています。入力内容は失われていません。もう一度お試しください。',
    network: 'サーバーに接続できません。接続を確認して、もう一度お試しください。',
    timeout: 'サーバーの応答に時間がかかっています。もう一度お試しください。',
    'insecure-page': '安全のため、このフォームは https:// で始まるアドレスのページでのみ使えます。',
    'page-without-origin': 'このフォームはこのフレーム内では使えません。ページを直接開いてください。',
    'origin-not-allowed':
      'このウェブサイトでは、まだポータルを利用できません。サイト管理者の方は、ブラウザーのコンソールで理由を確認できます。',
    'business-not-found': `${setUp}バックエンドの URL にポータルがありません。data-backend を確認してください。`,
    'backend-missing': `${setUp}script タグに data-backend="https://…" を追加するか、この要素を <portal-provider backend="https://…"> で囲んでください。`,
    'backend-invalid': `${setUp}data-backend には、https:// で始まる完全な URL を指定してください。`,
  },
  fields: {
    required: '入力してください。',
    invalid: '入力内容が正しくないようです。',
    'too-short': '短すぎます。',
    'too-long': '長すぎます。',
    'unknown-field': ours,
    'email-invalid': 'name@example.com のような形式のメールアドレスを入力してください。',
    'password-too-short': '{min} 文字以上にしてください。',
    'password-too-long': 'パスワードが長すぎます。',
    'password-common': 'よく使われているパスワードです。別のパスワードを選んでください。',
  },
};
