import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, DataOf, LinkWords, MailWords } from './words.ts';

type CodeData = Pick<DataOf<'sign-in-code'>, 'code' | 'tag' | 'minutes'>;

export const ar = {
  language: 'ar',
  direction: 'rtl',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `يُرجى إدخاله في موقع ${business} لإكمال إنشاء حسابك.`,
      heading: 'تأكيد عنوان بريدك الإلكتروني',
      paragraphs: [hello(name), `يُرجى إدخال هذا الرمز في موقع ${business} لإكمال إنشاء حسابك.`],
      code: codeBlock(mail),
      notes: [
        'إن لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة: لا يُنشأ أي حساب من دون الرمز.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `لديك حساب لدى ${business} بالفعل. هذا الرمز يسجّل دخولك.`,
      heading: 'لديك حساب بالفعل',
      paragraphs: [
        `حاول شخص ما، ربما أنت، إنشاء حساب لدى ${business} بهذا البريد الإلكتروني. ` +
          'لهذا البريد حساب بالفعل، لذلك لم يُنشأ حساب جديد.',
        'عند إدخال هذا الرمز في الصفحة التي جرت فيها المحاولة، يُسجَّل دخولك إلى حسابك الحالي.',
      ],
      code: codeBlock(mail),
      notes: [
        'إن لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة: لم يتغيّر شيء، ولا يمكن لأحد الدخول من دون الرمز.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `يُرجى إدخاله في موقع ${business} لتسجيل الدخول.`,
      heading: 'رمز تسجيل الدخول',
      paragraphs: [`يُرجى إدخال هذا الرمز في موقع ${business} لتسجيل الدخول.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'إن لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة: لا يمكن لأحد الدخول من دون ' +
          (mail.link ? 'الرمز أو الرابط.' : 'الرمز.'),
        neverShare(business, mail.link !== undefined),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `لا يوجد حساب لدى ${business} بهذا العنوان (الطلب ${tag})`,
      preview: `حاول شخص ما تسجيل الدخول إلى ${business} بهذا البريد الإلكتروني.`,
      heading: 'لا يوجد حساب بهذا العنوان',
      paragraphs: [
        `طلب شخص ما، ربما أنت، تسجيل الدخول إلى ${business} بهذا البريد الإلكتروني (الطلب ${tag}). ` +
          'لا يوجد حساب بهذا البريد، لذلك لا يوجد رمز نرسله.',
        'ربما أنشأت حسابك بعنوان آخر، ويمكنك تجربته. ' +
          `أو يمكنك إنشاء حساب الآن عبر الزر «إنشاء حساب» في موقع ${business}.`,
      ],
      notes: ['إن لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة. لم يتغيّر شيء.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `يُرجى إدخاله في موقع ${business} لتأكيد هويتك.`,
      heading: 'تأكيد هويتك',
      paragraphs: [
        `هناك محاولة لإجراء تغيير مهم، مثل تغيير كلمة المرور، في حسابك لدى ${business} من جهاز مسجَّل الدخول. ` +
          'إن كانت هذه المحاولة منك، فيُرجى إدخال هذا الرمز في الموقع لتأكيد هويتك.',
      ],
      code: codeBlock(mail),
      notes: [
        'إن لم تكن المحاولة منك، فاحتفاظك بالرمز لنفسك يكفي كي لا يتغيّر شيء. ' +
          `بعد ذلك يُرجى تسجيل الدخول في موقع ${business}، ثم تسجيل الخروج من كل مكان وتغيير كلمة المرور.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `يُرجى إدخاله في موقع ${business} لاستخدام هذا العنوان لحسابك.`,
      heading: 'تأكيد عنوان بريدك الإلكتروني الجديد',
      paragraphs: [`يُرجى إدخال هذا الرمز في موقع ${business} لاستخدام هذا العنوان لحسابك من الآن فصاعدًا.`],
      code: codeBlock(mail),
      notes: [
        'إن لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة: لا يتغيّر شيء من دون الرمز.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `لهذا العنوان حساب لدى ${business} بالفعل (الطلب ${tag})`,
      preview: 'لا يمكن نقل حساب آخر إليه.',
      heading: 'لهذا العنوان حساب بالفعل',
      paragraphs: [
        `أراد شخص ما، ربما أنت، استخدام هذا البريد الإلكتروني لحساب آخر لدى ${business} (الطلب ${tag}). ` +
          'لهذا البريد حساب بالفعل، لذلك يبقى الحساب الآخر على عنوانه الحالي.',
        `يمكنك اختيار عنوان آخر هناك. أو يمكنك تسجيل الدخول في موقع ${business} بهذا العنوان، فالحساب لك.`,
      ],
      notes: ['إن لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة. لم يتغيّر شيء.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `كلمة مرور جديدة لحسابك لدى ${business}`,
      preview: 'إن لم يكن هذا التغيير منك، فيُرجى التصرّف فورًا: تشرح هذه الرسالة ما يلزم.',
      heading: 'لحسابك كلمة مرور جديدة',
      paragraphs: [
        hello(name),
        `تم تعيين كلمة مرور جديدة لحسابك لدى ${business} ${when(event)}. وسُجِّل خروجك من كل الأجهزة الأخرى.`,
      ],
      notes: [
        'إن كان هذا التغيير منك، فلا يلزم أي إجراء.',
        `إن لم يكن هذا التغيير منك، فيُرجى تسجيل الدخول الآن برمز عبر البريد في موقع ${business} وتعيين كلمة مرور أخرى. ` +
          `وإن تعذّر عليك الدخول، فيُرجى إبلاغ ${business} فورًا.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `بريد إلكتروني آخر لحسابك لدى ${business}`,
      preview: 'لم يعد تسجيل الدخول بهذا العنوان ممكنًا. إن لم يكن هذا التغيير منك، فيُرجى التصرّف فورًا.',
      heading: 'لحسابك بريد إلكتروني آخر',
      paragraphs: [
        hello(name),
        `تم تغيير البريد الإلكتروني لحسابك لدى ${business} ${when(event)}. ` +
          'لم يعد تسجيل الدخول إليه بهذا العنوان ممكنًا، وسُجِّل خروجك من كل الأجهزة الأخرى.',
      ],
      notes: [
        'إن كان هذا التغيير منك، فلا يلزم أي إجراء. تصل رسائل الحساب إلى العنوان الجديد من الآن.',
        `إن لم يكن هذا التغيير منك، فيُرجى إبلاغ ${business} فورًا، فلا يمكن لغيرهم إعادة الحساب إليك. ` +
          'ويُرجى الانتباه إلى صندوق بريدك أيضًا: تغيير كلمة مروره ومراجعة الأجهزة المسجَّلة الدخول إليه.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `تم حذف حسابك لدى ${business}`,
      preview: 'حُذف الحساب وسُجِّل الخروج من كل الأجهزة.',
      heading: 'تم حذف حسابك',
      paragraphs: [
        hello(name),
        `تم حذف حسابك لدى ${business} ${when(event)}، وسُجِّل الخروج من كل الأجهزة. لا يمكن استعادته. ` +
          'وإن كانت لديك حسابات أخرى بهذا العنوان، فهي باقية كما كانت.',
      ],
      notes: [
        'إن كان هذا الحذف منك، فلا يلزم أي إجراء.',
        `إن لم يكن هذا الحذف منك، فيُرجى إبلاغ ${business} فورًا، وتغيير كلمة مرور صندوق بريدك.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `سجّلنا الخروج من أحد أجهزتك في حسابك لدى ${business}`,
      preview: 'استُخدم مرة أخرى تسجيل دخول لم يعد صالحًا، فأنهيناه.',
      heading: 'سجّلنا الخروج من أحد الأجهزة',
      paragraphs: [
        hello(name),
        `استُخدم تسجيل دخول إلى حسابك لدى ${business} في غير مكانه ${when({ at, device: null })}. ` +
          'يحدث ذلك عندما ينسخه شخص ما من أحد المتصفحات، لذلك أنهيناه فورًا.' +
          (device === null ? '' : ` كان تسجيل الدخول هذا من ${device}.`),
      ],
      notes: [
        'للمتابعة، يُرجى تسجيل الدخول مرة أخرى. لم يتغيّر حسابك ولا بياناتك.',
        `إن تكرّر ذلك، فيُرجى فحص ذلك الجهاز بحثًا عن برامج غير مألوفة لك، وإبلاغ ${business}.`,
      ],
    }),
  },

  footer: (business) => `وصلتك هذه الرسالة لأن هذا العنوان استُخدم في موقع ${business}.`,
} satisfies MailWords;

/** The code and the tag come early because a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${code} هو رمزك لدى ${business} (الطلب ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `للطلب ${tag}: يُدخل فقط في النافذة التي يظهر فيها هذا المعرّف.`,
    life: `يصلح للاستخدام مرة واحدة خلال ${minutesText(minutes)}.`,
  };
}

const plurals = new Intl.PluralRules('ar');

function minutesText(minutes: number): string {
  const category = plurals.select(minutes);
  if (category === 'one') return 'دقيقة واحدة';
  if (category === 'two') return 'دقيقتين';
  return `${minutes} ${category === 'few' ? 'دقائق' : 'دقيقة'}`;
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `تسجيل الدخول في ${new URL(returnTo).host}`,
    hint:
      'إذا كانت هذه الرسالة مفتوحة في المتصفح نفسه الذي جرى الطلب منه، فالرابط أسرع: يسجّل دخولك هناك. ' +
      'وعلى أي جهاز آخر يُستخدم الرمز.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'مرحبًا،' : `مرحبًا ${greeted}،`;
}

function neverShare(business: string, withLink = false): string {
  return withLink
    ? `الرمز والرابط لك وحدك. لن يطلبهما منك أحد من ${business} أبدًا.`
    : `الرمز لك وحدك. لن يطلبه منك أحد من ${business} أبدًا.`;
}

const instant = instantIn('ar');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `، من ${device}`;
  return `بتاريخ ${instant.format(at)} (UTC)${from}`;
}
