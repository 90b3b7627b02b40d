import type { LaunchWords } from './words.ts';

export const tr: LaunchWords = {
  language: 'tr',
  direction: 'ltr',
  ask: (app) => `${app} uygulamasına devam edilsin mi?`,
  asWho: 'Orada şu hesapla giriş yapacaksınız:',
  proceed: (app) => `${app} uygulamasına devam et`,
  notYou: (business) =>
    `Bu siz değil misiniz ya da oraya gitmeyi siz seçmediniz mi? Bu sayfayı kapatın, hiçbir şey olmadı. Ardından ${business} hesabınıza kendiniz giriş yapın.`,
  dead: 'Bu giriş yolu artık çalışmıyor',
  deadBecause:
    'Daha önce kullanılmış, üzerinden bir dakikadan fazla geçmiş ya da o zamandan beri çıkış yapmışsınız.',
  deadAdvice: 'Geldiğiniz sayfaya dönün ve uygulamayı tekrar seçin.',
  tooMany: 'Çok fazla deneme',
  tooManyAdvice: 'Birkaç dakika bekleyin, sonra uygulamayı tekrar seçin.',
  logInFirst: (app, business) =>
    app
      ? `${app} uygulamasını açmak için ${business} hesabınıza giriş yapın`
      : `Önce ${business} hesabınıza giriş yapın`,
  logInFirstAdvice: (business) => `${business} sitesinde giriş yapın ve uygulamayı oradan seçin.`,
  logInFor: (business) => `{app} uygulaması ${business} hesabınıza giriş yapmanızı istiyor.`,
  needsScript: 'Bu sayfa JavaScript gerektiriyor. Bu site için açın ve sayfayı yenileyin.',
  refused: 'Uygulama yapılamayacak bir şey istedi',
  refusedAdvice: 'Bu, uygulamanın kurulumundaki bir hata. Uygulamadan sorumlu kişiye haber verilmelidir.',
  logOut: 'Çıkış yapmak istiyor musunuz?',
  logOutLead: (business) =>
    `${business} uygulamalarından çıkış yapacaksınız. Web sitesinde oturumunuz açık kalır.`,
  logOutNow: 'Çıkış yap',
  loggedOut: 'Çıkış yaptınız',
  loggedOutLead: 'Bu sayfayı kapatabilirsiniz.',
  goTo: (host) => `${host} adresine git`,
};
