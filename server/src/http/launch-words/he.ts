import type { LaunchWords } from './words.ts';

export const he: LaunchWords = {
  language: 'he',
  direction: 'rtl',
  ask: (app) => `להמשיך אל ${app}?`,
  asWho: 'הכניסה תתבצע בתור',
  proceed: (app) => `המשך אל ${app}`,
  notYou: (business) =>
    `זה לא החשבון שלך, או שלא בחרת להגיע לשם? אפשר לסגור את הדף, לא קרה דבר. אחר כך כדאי להיכנס בעצמך אל ${business}.`,
  dead: 'דרך הכניסה הזו כבר לא פועלת',
  deadBecause: 'היא כבר נוצלה, עברה יותר מדקה, או שיצאת מהחשבון בינתיים.',
  deadAdvice: 'יש לחזור לדף שממנו הגעת ולבחור שוב את האפליקציה.',
  tooMany: 'יותר מדי ניסיונות',
  tooManyAdvice: 'יש להמתין כמה דקות ואז לבחור שוב את האפליקציה.',
  logInFirst: (app, business) =>
    app ? `כדי לפתוח את ${app} יש להיכנס אל ${business}` : `קודם יש להיכנס אל ${business}`,
  logInFirstAdvice: (business) => `יש להיכנס אל ${business} ולבחור משם את האפליקציה.`,
  logInFor: (business) => `כדי להמשיך אל {app} יש להיכנס אל ${business}.`,
  needsScript: 'הדף הזה זקוק ל-JavaScript. יש להפעיל אותו באתר הזה ולטעון את הדף מחדש.',
  refused: 'האפליקציה ביקשה משהו שאי אפשר לבצע',
  refusedAdvice: 'יש טעות בהגדרת האפליקציה. כדאי ליידע את מי שמטפל בה.',
  logOut: 'לצאת מהחשבון?',
  logOutLead: (business) => `תתבצע יציאה מהאפליקציות של ${business}. באתר עצמו החשבון יישאר מחובר.`,
  logOutNow: 'יציאה',
  loggedOut: 'יצאת מהחשבון',
  loggedOutLead: 'אפשר לסגור את הדף.',
  goTo: (host) => `מעבר אל ${host}`,
};
