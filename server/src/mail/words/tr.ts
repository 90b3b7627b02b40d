import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, DataOf, LinkWords, MailWords } from './words.ts';

type CodeData = Pick<DataOf<'sign-in-code'>, 'code' | 'tag' | 'minutes'>;

export const tr = {
  language: 'tr',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Kaydınızı tamamlamak için kodu ${business} sitesinde girin.`,
      heading: 'E-posta adresinizi doğrulayın',
      paragraphs: [hello(name), `Kaydınızı tamamlamak için bu kodu ${business} sitesinde girin.`],
      code: codeBlock(mail),
      notes: [
        'Kaydolmak isteyen siz değilseniz bu e-postayı yok sayabilirsiniz: kod olmadan hesap açılmaz.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Zaten bir ${business} hesabınız var. Bu kodla giriş yapabilirsiniz.`,
      heading: 'Zaten bir hesabınız var',
      paragraphs: [
        `Birisi, muhtemelen siz, bu e-posta adresiyle bir ${business} hesabı oluşturmaya çalıştı. ` +
          'Bu adresin zaten bir hesabı olduğundan yeni hesap oluşturulmadı.',
        'Bu kodu kaydolmaya çalıştığınız yerde girdiğinizde mevcut hesabınıza giriş yapmış olursunuz.',
      ],
      code: codeBlock(mail),
      notes: [
        'Bu siz değilseniz bu e-postayı yok sayabilirsiniz: hiçbir şey değişmedi ve kod olmadan kimse giriş yapamaz.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Giriş yapmak için kodu ${business} sitesinde girin.`,
      heading: 'Giriş kodunuz',
      paragraphs: [`Giriş yapmak için bu kodu ${business} sitesinde girin.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'Bunu siz istemediyseniz bu e-postayı yok sayabilirsiniz: ' +
          `${mail.link ? 'kod veya bağlantı' : 'kod'} olmadan kimse giriş yapamaz.`,
        neverShare(business, mail.link && 'Kodu ve bağlantıyı'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `Bu adrese ait bir ${business} hesabı yok (istek ${tag})`,
      preview: `Birisi bu e-posta adresiyle ${business} sitesine giriş yapmaya çalıştı.`,
      heading: 'Bu adrese ait bir hesap yok',
      paragraphs: [
        `Birisi, muhtemelen siz, bu e-posta adresiyle ${business} sitesine giriş yapmak istedi (istek ${tag}). ` +
          'Bu adresi kullanan bir hesap olmadığından gönderilecek bir kod yok.',
        'Belki başka bir adresle kaydoldunuz: onu deneyin. ' +
          `Veya şimdi bir hesap açın: ${business} sitesinde “Hesap oluştur” düğmesine basın.`,
      ],
      notes: ['Giriş yapmak isteyen siz değilseniz bu e-postayı yok sayabilirsiniz. Hiçbir şey değişmedi.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Kimliğinizi doğrulamak için kodu ${business} sitesinde girin.`,
      heading: 'Kimliğinizi doğrulayın',
      paragraphs: [
        `${business} hesabınıza giriş yapmış olan birisi, şifre değiştirmek gibi önemli bir işlem yapmak istiyor. ` +
          'Bunun siz olduğunu doğrulamak için bu kodu sitede girin.',
      ],
      code: codeBlock(mail),
      notes: [
        'Bu siz değilseniz kodu kimseyle paylaşmayın: kod olmadan hiçbir şey değişmez. ' +
          `Ardından ${business} sitesinde giriş yapın, her yerden çıkış yapın ve şifrenizi değiştirin.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Bu adresi hesabınızda kullanmak için kodu ${business} sitesinde girin.`,
      heading: 'Yeni e-posta adresinizi doğrulayın',
      paragraphs: [`Bundan sonra hesabınızda bu adresi kullanmak için bu kodu ${business} sitesinde girin.`],
      code: codeBlock(mail),
      notes: [
        'Bunu siz istemediyseniz bu e-postayı yok sayabilirsiniz: kod olmadan hiçbir şey değişmez.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `Bu adresin zaten bir ${business} hesabı var (istek ${tag})`,
      preview: 'Başka bir hesap bu adrese taşınamaz.',
      heading: 'Bu adresin zaten bir hesabı var',
      paragraphs: [
        `Birisi, muhtemelen siz, bu e-posta adresini başka bir ${business} hesabında kullanmak istedi (istek ${tag}). ` +
          'Bu adresin zaten bir hesabı var; bu nedenle diğer hesabın adresi değişmedi.',
        `Orada başka bir adres seçin. Veya ${business} sitesinde bu adresle giriş yapın: hesap sizin.`,
      ],
      notes: ['Bu siz değilseniz bu e-postayı yok sayabilirsiniz. Hiçbir şey değişmedi.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `${business} hesabınızın yeni bir şifresi var`,
      preview: 'Bunu yapan siz değilseniz hemen harekete geçin: nasıl yapılacağı bu e-postada.',
      heading: 'Hesabınızın yeni bir şifresi var',
      paragraphs: [
        hello(name),
        `${business} hesabınızın şifresi ${when(event)} belirlendi. Diğer tüm cihazlardaki oturumlar kapatıldı.`,
      ],
      notes: [
        'Bunu siz yaptıysanız başka bir şey yapmanız gerekmez.',
        `Bunu siz yapmadıysanız: hemen ${business} sitesinde e-postayla gelen bir kodla giriş yapın ve başka bir şifre belirleyin. ` +
          `Giriş yapamıyorsanız hemen ${business} ekibine haber verin.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `${business} hesabınızın e-posta adresi değişti`,
      preview: 'Bu adresle artık giriş yapılamaz. Bunu yapan siz değilseniz hemen harekete geçin.',
      heading: 'Hesabınızın e-posta adresi değişti',
      paragraphs: [
        hello(name),
        `${business} hesabınızın e-posta adresi ${when(event)} değiştirildi. ` +
          'Bu adresle artık giriş yapılamaz ve diğer tüm cihazlardaki oturumlar kapatıldı.',
      ],
      notes: [
        'Bunu siz yaptıysanız başka bir şey yapmanız gerekmez. Hesapla ilgili e-postalar artık yeni adrese gidiyor.',
        `Bunu siz yapmadıysanız hemen ${business} ekibine haber verin: hesabı size yalnızca onlar geri verebilir. ` +
          'E-posta kutunuzu da koruyun: şifresini değiştirin ve hangi cihazlarda açık olduğuna bakın.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `${business} hesabınız silindi`,
      preview: 'Hesap artık yok ve tüm cihazlardaki oturumlar kapatıldı.',
      heading: 'Hesabınız silindi',
      paragraphs: [
        hello(name),
        `${business} hesabınız ${when(event)} silindi ve tüm cihazlardaki oturumlar kapatıldı. Hesap geri getirilemez. ` +
          'Bu adrese ait başka hesaplarınız varsa onlar olduğu gibi duruyor.',
      ],
      notes: [
        'Bunu siz yaptıysanız başka bir şey yapmanız gerekmez.',
        `Bunu siz yapmadıysanız hemen ${business} ekibine haber verin ve e-posta kutunuzun şifresini değiştirin.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `${business} hesabınızda bir cihazın oturumunu kapattık`,
      preview: 'Artık geçerli olmayan bir oturum yeniden kullanıldı, biz de onu sonlandırdık.',
      heading: 'Bir cihazın oturumunu kapattık',
      paragraphs: [
        hello(name),
        `${business} hesabınızın bir oturumu ${when({ at, device: null })} olmaması gereken bir yerde kullanıldı. ` +
          'Bu, birisi oturumu bir tarayıcıdan kopyaladığında olur; bu nedenle oturumu hemen sonlandırdık.' +
          (device === null ? '' : ` Oturumun açıldığı cihaz: ${device}.`),
      ],
      notes: [
        'Devam etmek için tekrar giriş yapın. Hesabınız ve verileriniz değişmedi.',
        `Bu tekrar olursa o cihazda tanımadığınız bir yazılım olup olmadığını kontrol edin ve ${business} ekibine haber verin.`,
      ],
    }),
  },

  footer: (business) => `Bu e-postayı, bu adres ${business} sitesinde kullanıldığı için aldınız.`,
} satisfies MailWords;

/** The code and the tag come early because a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)}, ${business} kodunuz (istek ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `İstek ${tag} için: kodu yalnızca bu iki karakteri gösteren pencereye girin.`,
    life: `Bir kez kullanılabilir ve ${minutes === 1 ? 'bir' : minutes} dakika boyunca geçerlidir.`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Giriş yap: ${new URL(returnTo).host}`,
    hint:
      'Bunu istekte bulunduğunuz tarayıcıda mı okuyorsunuz? O zaman bağlantı daha hızlıdır: orada giriş yapmanızı sağlar. ' +
      'Başka bir cihazda kodu kullanın.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Merhaba,' : `Merhaba ${greeted},`;
}

function neverShare(business: string, what = 'Kodu'): string {
  const it = what === 'Kodu' ? 'onu' : 'onları';
  return `${what} kimseyle paylaşmayın. ${business} ekibinden kimse sizden ${it} asla istemez.`;
}

const instant = instantIn('tr');

/** "… (UTC) tarihinde (cihaz: Firefox, Windows)". The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : ` (cihaz: ${device})`;
  return `${instant.format(at)} (UTC) tarihinde${from}`;
}
