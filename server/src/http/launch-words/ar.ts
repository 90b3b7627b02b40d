import type { LaunchWords } from './words.ts';

export const ar: LaunchWords = {
  language: 'ar',
  direction: 'rtl',
  ask: (app) => `المتابعة إلى ${app}؟`,
  asWho: 'سيُسجَّل دخولك هناك باسم',
  proceed: (app) => `المتابعة إلى ${app}`,
  notYou: (business) =>
    `أليس هذا حسابك، أو لم يكن الانتقال إلى هناك باختيارك؟ يكفي إغلاق هذه الصفحة، فلم يحدث شيء. ثم يُرجى تسجيل الدخول إلى ${business} بنفسك.`,
  dead: 'لم يعد مدخل التطبيق هذا صالحًا',
  deadBecause: 'سبق استخدامه، أو مضت عليه أكثر من دقيقة، أو تم تسجيل خروجك بعده.',
  deadAdvice: 'يُرجى العودة إلى الصفحة السابقة واختيار التطبيق مرة أخرى.',
  tooMany: 'محاولات كثيرة جدًا',
  tooManyAdvice: 'يُرجى الانتظار بضع دقائق ثم اختيار التطبيق مرة أخرى.',
  logInFirst: (app, business) =>
    app ? `يُرجى تسجيل الدخول إلى ${business} لفتح ${app}` : `يُرجى تسجيل الدخول إلى ${business} أولًا`,
  logInFirstAdvice: (business) => `يُرجى تسجيل الدخول في ${business} واختيار التطبيق من هناك.`,
  logInFor: (business) => `يطلب تطبيق {app} تسجيل دخولك إلى ${business}.`,
  needsScript: 'تحتاج هذه الصفحة إلى JavaScript. يُرجى تفعيله لهذا الموقع ثم إعادة تحميل الصفحة.',
  refused: 'طلب التطبيق شيئًا لا يمكن تنفيذه',
  refusedAdvice: 'هذا خطأ في إعداد التطبيق، ويُستحسن إبلاغ المسؤول عنه.',
  logOut: 'تسجيل الخروج؟',
  logOutLead: (business) => `سيُسجَّل خروجك من تطبيقات ${business}. ويبقى تسجيل دخولك قائمًا في الموقع نفسه.`,
  logOutNow: 'تسجيل الخروج',
  loggedOut: 'تم تسجيل خروجك',
  loggedOutLead: 'يمكنك إغلاق هذه الصفحة.',
  goTo: (host) => `الانتقال إلى ${host}`,
};
