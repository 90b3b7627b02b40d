/** Turkish: up to the log-in. A noun after a name or a number bears the ending that those cannot. */
import type { Strings } from '../strings.ts';

const ours = 'Bizden kaynaklanan bir sorun oluştu. Lütfen tekrar deneyin.';
const outOfStep =
  'Bu sayfa sunucuyla senkronize değil. Sayfayı yenileyin; işe yaramazsa cihazınızın tarih ve saatini kontrol edin.';
const setUp = 'Bu form henüz bir portala bağlı değil. ';
const restart = 'Yeni bir kod almak için baştan başlayın.';

export const strings: Strings = {
  locale: 'tr',
  email: 'E-posta',
  password: 'Şifre',
  showPassword: 'Şifreyi göster',
  working: 'Bir saniye…',
  logIn: 'Giriş yap',
  logInLead: 'Tekrar hoş geldiniz.',
  forgot: 'Şifrenizi mi unuttunuz?',
  codeInstead: 'Bunun yerine e-postayla kod al',
  passwordInstead: 'Bunun yerine şifre kullan',
  sendCode: 'E-postayla kod gönder',
  sendCodeLead: 'E-posta adresinizi yazın, size giriş için bir kod gönderelim.',
  toSignUp: 'Hesabınız yok mu?',
  createAccount: 'Hesap oluştur',

  name: 'Ad soyad',
  code: 'Kod',
  retry: 'Tekrar dene',
  close: 'Kapat',
  startAgain: 'Baştan başla',
  otherEmail: 'Başka bir e-posta kullan',

  coolDown: '{wait} sonra tekrar deneyin',

  signUpLead: 'Yalnızca bir dakika sürer.',
  passwordHint: 'En az {min} karakter',
  toLogIn: 'Zaten hesabınız var mı?',
  terms: 'Kullanım koşulları',
  privacy: 'Gizlilik politikası',
  verified: 'Hesabınız hazır',
  verifiedLead: 'Az önce seçtiğiniz şifreyle giriş yapın.',

  checkEmail: 'E-postanızı kontrol edin',
  codeLead: 'Size bir e-posta gönderdik. İçindeki {length} haneli kodu buraya girin.',
  linkLead: 'İçindeki bağlantıyı bu tarayıcıda açarsanız onunla da giriş yapabilirsiniz.',
  longCodeLead:
    'Bu adres için yanlış kodlar girildiğinden size daha uzun bir kod içeren bir e-posta gönderdik. Harf ve rakamlardan oluşan {length} karakterli kodu buraya girin.',
  request: 'İstek {tag}',
  codeLives: 'E-postada da aynı istek yazar. İçindeki kod {wait} boyunca geçerlidir.',
  confirm: 'Devam et',
  resend: 'Yeni kod gönder',
  resendIn: '{wait} sonra yeni kod gönder',
  resent: 'Yeni kod yolda. Önceki kod artık geçerli değil.',

  choose: 'Hesap seçin',
  severalAccounts: '{email} adresinin burada birden fazla hesabı var.',
  alreadyRegistered:
    '{email} adresinin burada zaten bir hesabı var. Yeni bir hesap oluşturulmadı; bu hesapla devam edin.',
  createdOn: 'Oluşturulma: {date}',
  lastUsed: 'son kullanım: {date}',
  chooseElsewhere: 'Son bir adım kaldı: bu sayfada hesabınızı seçin.',

  signedIn: 'Giriş yaptınız',
  logOut: 'Çıkış yap',

  onlineAgain: 'Yeniden çevrimiçisiniz.',
  waitFor: 'Tekrar denemeden önce lütfen {wait} bekleyin.',
  attemptsLeft: { one: 'Bir kez daha deneyebilirsiniz.', other: '{left} kez daha deneyebilirsiniz.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Lütfen tekrar giriş yapın.',
    'session-ended': 'Oturumunuz kapatıldı. Lütfen tekrar giriş yapın.',
    'step-up-required': 'Lütfen önce kimliğinizi doğrulayın.',
    'account-changed': 'Başka bir sekmede hesap değiştirildi. Burada hiçbir şey değişmedi.',
    'invalid-input': 'Lütfen girdiğiniz bilgileri kontrol edin.',
    'link-invalid':
      'Bu bağlantı daha önce kullanılmış ya da süresi dolmuş. Buradan giriş yapın veya yeni bir bağlantı isteyin.',
    'link-other-device':
      'Bu bağlantı yalnızca istendiği tarayıcıda çalışır. Bağlantıyı orada açın veya e-postadaki kodu orada girin.',
    'credentials-invalid':
      'Bu e-posta ile şifre eşleşmiyor. İkisini de kontrol edin veya e-postayla gelen bir kodla giriş yapın.',
    'password-paused':
      'Bu e-posta için çok fazla yanlış şifre girildi. Güvenliğiniz için e-postayla gelen bir kodla giriş yapın.',
    'flow-invalid': `Bu kod isteği artık açık değil. ${restart}`,
    'code-invalid': 'Bu kod doğru değil. Yalnızca en son gönderilen kod geçerlidir.',
    'code-expired': 'Bu kodun süresi doldu. Yeni bir kod gönderin.',
    'attempts-exhausted': `Çok fazla yanlış kod girildi. ${restart}`,
    'resend-too-soon': 'Az önce bir kod gönderildi. Lütfen spam klasörünüze de bakın.',
    'resend-exhausted': `Bu istek için daha fazla kod gönderemiyoruz. ${restart}`,
    'selection-invalid': 'Aradan biraz zaman geçti. Güvenliğiniz için lütfen tekrar giriş yapın.',
    'account-limit': 'Bu e-postayla burada daha fazla hesap açılamaz. Mevcut hesabınıza giriş yapın.',
    'sign-up-closed': 'Şu anda burada yeni hesap oluşturulamıyor.',
    'method-disabled': 'Bu giriş yöntemi burada sunulmuyor. Lütfen diğerini kullanın.',
    'challenge-required': ours,
    'rate-limited': 'Kısa sürede çok fazla deneme yapıldı.',
    unavailable: 'Sunucu çok yoğun. Hiçbir şey kaybolmadı; lütfen tekrar deneyin.',
    network: 'Sunucuya ulaşamıyoruz. Bağlantınızı kontrol edip tekrar deneyin.',
    timeout: 'Sunucunun yanıt vermesi çok uzun sürüyor. Lütfen tekrar deneyin.',
    'insecure-page':
      'Güvenliğiniz için bu form yalnızca adresi şununla başlayan sayfalarda çalışır: https://',
    'page-without-origin': 'Bu form bu çerçevenin içinde çalışmıyor. Lütfen sayfayı ayrı olarak açın.',
    'origin-not-allowed':
      'Bu web sitesinin portalı kullanmasına henüz izin verilmedi. Site sahibi nedenini tarayıcının konsolunda görebilir.',
    'business-not-found': `${setUp}Belirtilen arka uç URL’sinde portal yok. Site sahibine: data-backend değerini kontrol edin.`,
    'backend-missing': `${setUp}Site sahibine: script etiketine data-backend="https://…" ekleyin veya bu öğeyi <portal-provider backend="https://…"> içine alın.`,
    'backend-invalid': `${setUp}Site sahibine: data-backend değeri tam bir URL olmalı ve şununla başlamalıdır: https://`,
  },
  fields: {
    required: 'Lütfen bu alanı doldurun.',
    invalid: 'Bu doğru görünmüyor.',
    'too-short': 'Bu çok kısa.',
    'too-long': 'Bu çok uzun.',
    'unknown-field': ours,
    'email-invalid': 'Bu, ad@example.com gibi bir e-posta adresine benzemiyor.',
    'password-too-short': 'Lütfen en az {min} karakter kullanın.',
    'password-too-long': 'Bu şifre çok uzun.',
    'password-common': 'Bu şifreyi çok fazla kişi kullanıyor. Lütfen başka bir şifre seçin.',
  },
};
