import type { LinkWords } from './words.ts';

export const he: LinkWords = {
  language: 'he',
  direction: 'rtl',
  heading: (business) => `כניסה אל ${business}`,
  sent: (business) => `הקישור הזה נשלח אליך מאת ${business}. אפשר להיכנס איתו פעם אחת.`,
  asked: 'ביקשת את הקישור הזה. עוד לחיצה אחת ונכנסת.',
  request: (tag) => `בקשה ${tag}`,
  proceed: (host) => `המשך אל ${host}`,
  hereOnly: 'זה פועל רק בדפדפן שבו ביקשת את הקישור.',
  elsewhere: 'ביקשת בדפדפן אחר או במכשיר אחר?',
  typeCode: (tag) => `יש להקליד שם את הקוד הזה, בחלון שבו מופיעה בקשה ${tag}:`,
  notAsked: (business) =>
    `לא ביקשת? אפשר לסגור את הדף, לא קרה דבר. אין למסור את הקוד לאיש: אף אחד אצל ${business} לא זקוק לו.`,
  dead: 'הקישור הזה כבר לא פועל',
  deadBecause: 'הוא כבר נוצל, פג תוקפו, או שנשלח במקומו אימייל חדש יותר.',
  deadAdvice: 'כדאי לחזור לחלון שבו ביקשת את הקישור. אפשר לשלוח ממנו קישור חדש.',
  goTo: (host) => `מעבר אל ${host}`,
};
