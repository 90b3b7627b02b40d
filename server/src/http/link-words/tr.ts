import type { LinkWords } from './words.ts';

export const tr: LinkWords = {
  language: 'tr',
  direction: 'ltr',
  heading: (business) => `${business} hesabınıza giriş yapın`,
  sent: (business) => `Bu bağlantıyı size ${business} gönderdi. Bağlantıyla bir kez giriş yapabilirsiniz.`,
  asked: 'Bu bağlantıyı siz istediniz. Bir tıklama daha ve içeridesiniz.',
  request: (tag) => `İstek ${tag}`,
  proceed: (host) => `${host} adresine devam et`,
  hereOnly: 'Bu, istekte bulunduğunuz tarayıcıda çalışır.',
  elsewhere: 'Başka bir tarayıcıda veya cihazda mı istediniz?',
  typeCode: (tag) => `Bu kodu orada, şu isteği gösteren pencereye girin: ${tag}`,
  notAsked: (business) =>
    `Siz istemediniz mi? Bu sayfayı kapatın, hiçbir şey olmadı. Kodu kimseye söylemeyin: ${business} ekibinden kimsenin ona ihtiyacı yok.`,
  dead: 'Bu bağlantı artık çalışmıyor',
  deadBecause: 'Daha önce kullanılmış, süresi dolmuş ya da yerini daha yeni bir e-posta almış.',
  deadAdvice: 'İstekte bulunduğunuz pencereye dönün. Oradan yenisini gönderebilirsiniz.',
  goTo: (host) => `${host} adresine git`,
};
