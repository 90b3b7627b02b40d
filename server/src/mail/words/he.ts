import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const he = {
  language: 'he',
  direction: 'rtl',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `יש להזין אותו באתר של ${business} כדי להשלים את ההרשמה.`,
      heading: 'אישור כתובת האימייל שלך',
      paragraphs: [hello(name), `כדי להשלים את ההרשמה, יש להזין את הקוד הזה באתר של ${business}.`],
      code: codeBlock(mail),
      notes: ['אם לא נרשמת, אפשר להתעלם מהאימייל הזה: בלי הקוד לא ייווצר חשבון.', neverShare(business)],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `כבר יש לך חשבון אצל ${business}. אפשר להיכנס אליו עם הקוד הזה.`,
      heading: 'כבר יש לך חשבון',
      paragraphs: [
        `התקבל ניסיון להירשם אצל ${business} עם כתובת האימייל הזו, כנראה ממך. ` +
          'כבר יש לה חשבון, ולכן לא נוצר חשבון חדש.',
        'כדי להיכנס לחשבון הקיים, יש להזין את הקוד הזה במקום שבו נרשמת.',
      ],
      code: codeBlock(mail),
      notes: [
        'אם הניסיון לא היה שלך, אפשר להתעלם מהאימייל הזה: דבר לא השתנה, ואי אפשר להיכנס בלי הקוד.',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `יש להזין אותו באתר של ${business} כדי להיכנס.`,
      heading: 'קוד הכניסה שלך',
      paragraphs: [`כדי להיכנס, יש להזין את הקוד הזה באתר של ${business}.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'אם לא ביקשת קוד, אפשר להתעלם מהאימייל הזה: אי אפשר להיכנס ' +
          (mail.link ? 'בלי הקוד או הקישור.' : 'בלי הקוד.'),
        neverShare(business, mail.link && 'הקוד והקישור'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `אין חשבון עם הכתובת הזו אצל ${business} (בקשה ${tag})`,
      preview: `התקבל ניסיון להיכנס אל ${business} עם כתובת האימייל הזו.`,
      heading: 'אין חשבון עם הכתובת הזו',
      paragraphs: [
        `התקבלה בקשה להיכנס אל ${business} עם כתובת האימייל הזו, כנראה ממך (בקשה ${tag}). ` +
          'אין חשבון שמשתמש בה, ולכן אין קוד לשלוח.',
        'אולי נרשמת עם כתובת אחרת? כדאי לנסות אותה. ' +
          `אפשר גם לפתוח חשבון עכשיו: יש לבחור ״יצירת חשבון״ באתר של ${business}.`,
      ],
      notes: ['אם לא ביקשת להיכנס, אפשר להתעלם מהאימייל הזה. דבר לא השתנה.'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `יש להזין אותו באתר של ${business} כדי לאמת את זהותך.`,
      heading: 'אימות הזהות שלך',
      paragraphs: [
        `מהחשבון שלך אצל ${business} התבקשה פעולה רגישה, ` +
          'כמו שינוי הסיסמה. כדי לאמת שהבקשה שלך, יש להזין את הקוד הזה באתר.',
      ],
      code: codeBlock(mail),
      notes: [
        'אם הבקשה לא שלך, אין למסור את הקוד לאיש: בלעדיו דבר לא ישתנה. ' +
          `לאחר מכן יש להיכנס לחשבון באתר של ${business}, לצאת מכל המכשירים ולשנות את הסיסמה.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `יש להזין אותו באתר של ${business} כדי לקשר את הכתובת הזו לחשבון שלך.`,
      heading: 'אישור כתובת האימייל החדשה שלך',
      paragraphs: [`כדי להשתמש מעתה בכתובת הזו לחשבון שלך, יש להזין את הקוד הזה באתר של ${business}.`],
      code: codeBlock(mail),
      notes: ['אם לא ביקשת זאת, אפשר להתעלם מהאימייל הזה: בלי הקוד דבר לא ישתנה.', neverShare(business)],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `כבר יש חשבון עם הכתובת הזו אצל ${business} (בקשה ${tag})`,
      preview: 'אי אפשר להעביר אליה חשבון אחר.',
      heading: 'כבר יש חשבון עם הכתובת הזו',
      paragraphs: [
        `התקבלה בקשה להשתמש בכתובת האימייל הזו לחשבון אחר אצל ${business}, כנראה ממך (בקשה ${tag}). ` +
          'כבר יש לה חשבון, ולכן הכתובת של החשבון האחר לא השתנתה.',
        `אפשר לבחור שם כתובת אחרת, או להיכנס עם הכתובת הזו באתר של ${business}: החשבון הזה שלך.`,
      ],
      notes: ['אם הבקשה לא הייתה שלך, אפשר להתעלם מהאימייל הזה. דבר לא השתנה.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `לחשבון שלך אצל ${business} יש סיסמה חדשה`,
      preview: 'אם זו לא הייתה פעולה שלך, יש לפעול מיד: ההסבר באימייל הזה.',
      heading: 'לחשבון שלך יש סיסמה חדשה',
      paragraphs: [
        hello(name),
        `הסיסמה לחשבון שלך אצל ${business} הוגדרה ${when(event)}. בוצעה יציאה מכל שאר המכשירים.`,
      ],
      notes: [
        'אם זו הייתה פעולה שלך, אין צורך לעשות דבר.',
        `אם זו לא הייתה פעולה שלך: יש להיכנס עכשיו באתר של ${business} עם קוד באימייל ולהגדיר סיסמה אחרת. ` +
          `אם אי אפשר להיכנס, יש לפנות מיד אל ${business}.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `לחשבון שלך אצל ${business} יש כתובת אימייל אחרת`,
      preview: 'כבר אי אפשר להיכנס אליו עם הכתובת הזו. אם זו לא הייתה פעולה שלך, יש לפעול מיד.',
      heading: 'לחשבון שלך יש כתובת אימייל אחרת',
      paragraphs: [
        hello(name),
        `כתובת האימייל של החשבון שלך אצל ${business} שונתה ${when(event)}. ` +
          'כבר אי אפשר להיכנס אליו עם הכתובת הזו, ובוצעה יציאה מכל שאר המכשירים.',
      ],
      notes: [
        'אם זו הייתה פעולה שלך, אין צורך לעשות דבר. מעכשיו, אימיילים על החשבון יישלחו לכתובת החדשה.',
        `אם זו לא הייתה פעולה שלך, יש לפנות מיד אל ${business}: רק שם יוכלו להחזיר לך את החשבון. ` +
          'כדאי לבדוק גם את תיבת האימייל שלך: לשנות את הסיסמה שלה ולראות אילו מכשירים מחוברים אליה.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `החשבון שלך אצל ${business} נמחק`,
      preview: 'החשבון נמחק, ובוצעה יציאה מכל המכשירים.',
      heading: 'החשבון שלך נמחק',
      paragraphs: [
        hello(name),
        `החשבון שלך אצל ${business} נמחק ${when(event)}, ובוצעה יציאה מכל המכשירים. אי אפשר לשחזר אותו. ` +
          'אם יש לך חשבונות אחרים עם הכתובת הזו, הם נשארו כפי שהיו.',
      ],
      notes: [
        'אם זו הייתה פעולה שלך, אין צורך לעשות דבר.',
        `אם זו לא הייתה פעולה שלך, יש לפנות מיד אל ${business} ולשנות את הסיסמה של תיבת האימייל שלך.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `ניתקנו מכשיר מהחשבון שלך אצל ${business}`,
      preview: 'נעשה שימוש נוסף בכניסה שכבר לא הייתה תקפה, ולכן סיימנו אותה.',
      heading: 'ניתקנו מכשיר מהחשבון',
      paragraphs: [
        hello(name),
        `כניסה לחשבון שלך אצל ${business} שימשה במקום שאינה שייכת אליו, ${when({ at, device: null })}. ` +
          'זה קורה כשמישהו מעתיק אותה מדפדפן, ולכן סיימנו אותה מיד.' +
          (device === null ? '' : ` היא בוצעה מתוך ${device}.`),
      ],
      notes: [
        'כדי להמשיך, יש להיכנס שוב. החשבון והנתונים שלך לא השתנו.',
        `אם זה יקרה שוב, כדאי לבדוק אם יש במכשיר תוכנות לא מוכרות, ולפנות אל ${business}.`,
      ],
    }),
  },

  footer: (business) => `האימייל הזה נשלח אליך כי נעשה שימוש בכתובת הזו באתר של ${business}.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/**
 * The code comes first: a notification shows only the start. Not in groups: between Hebrew words the first dash would
 * move a group of digits to the end, and a subject keeps no isolates.
 */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${code} הוא הקוד שלך אצל ${business} (בקשה ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `לבקשה ${tag}: יש להזין את הקוד רק בחלון שבו מופיעים שני התווים האלה.`,
    life: `הקוד תקף לשימוש אחד, למשך ${duration(minutes)}.`,
  };
}

function duration(minutes: number): string {
  if (minutes === 1) return 'דקה אחת';
  return minutes === 2 ? 'שתי דקות' : `${minutes} דקות`;
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `כניסה אל ${new URL(returnTo).host}`,
    hint:
      'האימייל הזה פתוח בדפדפן שבו ביקשת להיכנס? אז הקישור מהיר יותר: הוא מכניס אותך שם לחשבון. ' +
      'במכשיר אחר יש להשתמש בקוד.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'שלום,' : `שלום ${greeted},`;
}

function neverShare(business: string, what = 'הקוד'): string {
  const it = what === 'הקוד' ? 'אותו' : 'אותם';
  return `אין למסור את ${what} לאיש. אף אחד אצל ${business} לא יבקש ממך ${it} לעולם.`;
}

const instant = instantIn('he');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `, מתוך ${device}`;
  return `ב-${instant.format(at)} (UTC)${from}`;
}
