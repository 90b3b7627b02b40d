import type { LaunchWords } from './words.ts';

export const hi: LaunchWords = {
  language: 'hi',
  direction: 'ltr',
  ask: (app) => `${app} पर जाएं?`,
  asWho: 'वहां आप इस खाते से लॉग इन होंगे',
  proceed: (app) => `${app} पर जाएं`,
  notYou: (business) =>
    `क्या यह आप नहीं हैं या आपने वहां जाना नहीं चुना था? यह पेज बंद कर दें, कुछ नहीं हुआ है। फिर ${business} में खुद लॉग इन करें।`,
  dead: 'यह रास्ता अब काम नहीं करता',
  deadBecause: 'यह पहले ही इस्तेमाल हो चुका है, एक मिनट से ज़्यादा पुराना है या इस बीच लॉग आउट किया गया है।',
  deadAdvice: 'पिछले पेज पर वापस जाएं और ऐप फिर से चुनें।',
  tooMany: 'बहुत ज़्यादा कोशिशें',
  tooManyAdvice: 'कुछ मिनट रुकें, फिर ऐप दोबारा चुनें।',
  logInFirst: (app, business) =>
    app ? `${app} खोलने के लिए ${business} में लॉग इन करें` : `पहले ${business} में लॉग इन करें`,
  logInFirstAdvice: (business) => `${business} में लॉग इन करें और वहां से ऐप चुनें।`,
  logInFor: (business) => `{app} के लिए ${business} में लॉग इन करें।`,
  needsScript: 'इस पेज के लिए JavaScript ज़रूरी है। इसे इस साइट के लिए चालू करें और पेज फिर से लोड करें।',
  refused: 'ऐप ने कुछ ऐसा मांगा जो नहीं किया जा सकता',
  refusedAdvice: 'ऐप के सेटअप में गलती है। ऐप की देखरेख करने वालों को इसकी जानकारी दें।',
  logOut: 'लॉग आउट करना है?',
  logOutLead: (business) => `आप ${business} के ऐप से लॉग आउट हो जाएंगे, लेकिन इसकी अपनी वेबसाइट पर लॉग इन रहेंगे।`,
  logOutNow: 'लॉग आउट करें',
  loggedOut: 'आप लॉग आउट हो गए हैं',
  loggedOutLead: 'यह पेज बंद किया जा सकता है।',
  goTo: (host) => `${host} पर जाएं`,
};
