import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const hi = {
  language: 'hi',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `साइन अप पूरा करने के लिए इसे ${business} की वेबसाइट पर डालें।`,
      heading: 'अपने ईमेल पते की पुष्टि करें',
      paragraphs: [hello(name), `साइन अप पूरा करने के लिए यह कोड ${business} की वेबसाइट पर डालें।`],
      code: codeBlock(mail),
      notes: [
        'अगर आपने साइन अप नहीं किया है, तो इस ईमेल को अनदेखा कर दें: कोड के बिना कोई खाता नहीं बनेगा।',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `${business} में आपका पहले से एक खाता है। इस कोड से उसमें लॉग इन करें।`,
      heading: 'आपका पहले से एक खाता है',
      paragraphs: [
        `किसी ने, शायद आपने ही, इस ईमेल पते से ${business} में साइन अप करने की कोशिश की। ` +
          'इस पते का पहले से एक खाता है, इसलिए नया खाता नहीं बनाया गया।',
        'अपने मौजूदा खाते में लॉग इन करने के लिए यह कोड वहीं डालें जहां साइन अप किया था।',
      ],
      code: codeBlock(mail),
      notes: [
        'अगर यह आपने नहीं किया, तो इस ईमेल को अनदेखा कर दें: कुछ नहीं बदला है और कोड के बिना कोई लॉग इन नहीं कर सकता।',
        neverShare(business),
      ],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `लॉग इन करने के लिए इसे ${business} की वेबसाइट पर डालें।`,
      heading: 'लॉग इन करने का आपका कोड',
      paragraphs: [`लॉग इन करने के लिए यह कोड ${business} की वेबसाइट पर डालें।`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'अगर आपने इसे नहीं मंगाया, तो इस ईमेल को अनदेखा कर दें: ' +
          `${mail.link ? 'कोड या लिंक' : 'कोड'} के बिना कोई लॉग इन नहीं कर सकता।`,
        neverShare(business, mail.link && 'कोड और लिंक'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `${business} में इस पते का कोई खाता नहीं है (अनुरोध ${tag})`,
      preview: `किसी ने इस ईमेल पते से ${business} में लॉग इन करने की कोशिश की।`,
      heading: 'इस पते का कोई खाता नहीं है',
      paragraphs: [
        `किसी ने, शायद आपने ही, इस ईमेल पते से ${business} में लॉग इन करने का अनुरोध किया (अनुरोध ${tag})। ` +
          'इस पते का कोई खाता नहीं है, इसलिए भेजने के लिए कोई कोड नहीं है।',
        'हो सकता है कि आपका खाता किसी दूसरे पते से बना हो: उसे आज़माएं। ' +
          `या अभी खाता बनाएं: ${business} की वेबसाइट पर “खाता बनाएं” चुनें।`,
      ],
      notes: ['अगर आपने लॉग इन का अनुरोध नहीं किया, तो इस ईमेल को अनदेखा कर दें। कुछ नहीं बदला है।'],
    }),

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `यह आप ही हैं, इसकी पुष्टि के लिए इसे ${business} की वेबसाइट पर डालें।`,
      heading: 'पुष्टि करें कि यह आप ही हैं',
      paragraphs: [
        `${business} के आपके खाते से कोई ऐसा काम किया जाना है जिसमें सावधानी ज़रूरी है, ` +
          'जैसे पासवर्ड बदलना। यह आप ही हैं, इसकी पुष्टि के लिए यह कोड वेबसाइट पर डालें।',
      ],
      code: codeBlock(mail),
      notes: [
        'अगर यह आप नहीं हैं, तो यह कोड किसी को न बताएं: इसके बिना कुछ नहीं बदलेगा। ' +
          `फिर ${business} की वेबसाइट पर लॉग इन करें, हर जगह से लॉग आउट करें और अपना पासवर्ड बदलें।`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `अपने खाते में यह पता इस्तेमाल करने के लिए इसे ${business} की वेबसाइट पर डालें।`,
      heading: 'अपने नए ईमेल पते की पुष्टि करें',
      paragraphs: [`अब से अपने खाते में यह पता इस्तेमाल करने के लिए यह कोड ${business} की वेबसाइट पर डालें।`],
      code: codeBlock(mail),
      notes: [
        'अगर आपने इसे नहीं मंगाया, तो इस ईमेल को अनदेखा कर दें: कोड के बिना कुछ नहीं बदलेगा।',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `${business} में इस पते का पहले से एक खाता है (अनुरोध ${tag})`,
      preview: 'कोई दूसरा खाता इस पते पर नहीं लाया जा सकता।',
      heading: 'इस पते का पहले से एक खाता है',
      paragraphs: [
        `किसी ने, शायद आपने ही, यह ईमेल पता ${business} के किसी दूसरे खाते में इस्तेमाल करना चाहा (अनुरोध ${tag})। ` +
          'इस पते का पहले से एक खाता है, इसलिए दूसरे खाते का पता वही रहेगा जो था।',
        `वहां कोई दूसरा पता चुनें। या इस पते से ${business} की वेबसाइट पर लॉग इन करें: यह खाता आपका ही है।`,
      ],
      notes: ['अगर यह आपने नहीं किया, तो इस ईमेल को अनदेखा कर दें। कुछ नहीं बदला है।'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `${business} के आपके खाते का पासवर्ड बदल गया है`,
      preview: 'अगर यह आपने नहीं किया, तो तुरंत कदम उठाएं: तरीका इस ईमेल में है।',
      heading: 'आपके खाते का पासवर्ड बदल गया है',
      paragraphs: [
        hello(name),
        `${business} के आपके खाते का पासवर्ड ${when(event)} सेट किया गया। बाकी सभी डिवाइस लॉग आउट कर दिए गए।`,
      ],
      notes: [
        'अगर यह आपने किया है, तो कुछ करने की ज़रूरत नहीं है।',
        `अगर यह आपने नहीं किया: अभी ${business} की वेबसाइट पर ईमेल कोड से लॉग इन करें और दूसरा पासवर्ड सेट करें। ` +
          `अगर लॉग इन न हो पाए, तो तुरंत ${business} को बताएं।`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `${business} के आपके खाते का ईमेल पता बदल गया है`,
      preview: 'इस पते से अब लॉग इन नहीं होगा। अगर यह आपने नहीं किया, तो तुरंत कदम उठाएं।',
      heading: 'आपके खाते का ईमेल पता बदल गया है',
      paragraphs: [
        hello(name),
        `${business} के आपके खाते का ईमेल पता ${when(event)} बदला गया। ` +
          'इस पते से अब लॉग इन नहीं होगा और बाकी सभी डिवाइस लॉग आउट कर दिए गए।',
      ],
      notes: [
        'अगर यह आपने किया है, तो कुछ करने की ज़रूरत नहीं है। खाते से जुड़े ईमेल अब नए पते पर जाएंगे।',
        `अगर यह आपने नहीं किया, तो तुरंत ${business} को बताएं: खाता सिर्फ़ वही आपको वापस दिला सकते हैं। ` +
          'अपने ईमेल की भी सुरक्षा करें: उसका पासवर्ड बदलें और देखें कि उसमें कौन से डिवाइस लॉग इन हैं।',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `${business} का आपका खाता मिटा दिया गया है`,
      preview: 'खाता मिट गया है और सभी डिवाइस लॉग आउट कर दिए गए हैं।',
      heading: 'आपका खाता मिटा दिया गया है',
      paragraphs: [
        hello(name),
        `${business} का आपका खाता ${when(event)} मिटाया गया और सभी डिवाइस लॉग आउट कर दिए गए। इसे वापस नहीं लाया जा सकता। ` +
          'अगर इस पते के और खाते हैं, तो वे वैसे ही हैं जैसे थे।',
      ],
      notes: [
        'अगर यह आपने किया है, तो कुछ करने की ज़रूरत नहीं है।',
        `अगर यह आपने नहीं किया, तो तुरंत ${business} को बताएं और अपने ईमेल का पासवर्ड बदलें।`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `हमने ${business} के आपके खाते से एक डिवाइस को लॉग आउट किया`,
      preview: 'एक लॉग इन, जो अब मान्य नहीं था, फिर से इस्तेमाल हुआ, इसलिए हमने उसे बंद कर दिया।',
      heading: 'हमने एक डिवाइस को लॉग आउट किया',
      paragraphs: [
        hello(name),
        `${business} के आपके खाते का एक लॉग इन ${when({ at, device: null })} ऐसी जगह इस्तेमाल हुआ जहां का वह नहीं है। ` +
          'ऐसा तब होता है जब कोई उसे किसी ब्राउज़र से कॉपी कर ले, इसलिए हमने उसे तुरंत बंद कर दिया।' +
          (device === null ? '' : ` वह लॉग इन ${device} से हुआ था।`),
      ],
      notes: [
        'आगे बढ़ने के लिए फिर से लॉग इन करें। आपका खाता और आपका डेटा नहीं बदला है।',
        `अगर ऐसा फिर हो, तो उस डिवाइस में अनजान सॉफ़्टवेयर की जांच करें और ${business} को बताएं।`,
      ],
    }),
  },

  footer: (business) => `यह ईमेल आपको इसलिए मिला है क्योंकि ${business} की वेबसाइट पर यह पता इस्तेमाल हुआ है।`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/** The code comes first: a notification shows only the start. */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${groupCode(code)} आपका ${business} कोड है (अनुरोध ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
    request: `अनुरोध ${tag} के लिए: कोड सिर्फ़ उसी विंडो में डालें जिसमें ये दो वर्ण दिख रहे हों।`,
    life: `यह एक बार काम करेगा, ${minutes === 1 ? 'एक मिनट' : `${minutes} मिनट`} तक।`,
  };
}

function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `${new URL(returnTo).host} पर लॉग इन करें`,
    hint:
      'क्या यह ईमेल उसी ब्राउज़र में खुला है जिससे कोड मंगाया था? तब लिंक से जल्दी होगा: वह आपको वहीं लॉग इन कर देगा। ' +
      'किसी दूसरे डिवाइस पर कोड इस्तेमाल करें।',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'नमस्ते,' : `नमस्ते ${greeted},`;
}

function neverShare(business: string, what = 'कोड'): string {
  return `${what} किसी को न बताएं। ${business} से कोई भी आपसे कभी ${what} नहीं मांगेगा।`;
}

const instant = instantIn('hi');

/** The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : ` ${device} से`;
  return `${instant.format(at)} (UTC)${from}`;
}
