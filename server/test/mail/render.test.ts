import { describe, expect, it } from 'vitest';
import type { Mail } from '../../src/domain/mail.ts';
import { renderMail } from '../../src/mail/render.ts';
import { languages } from '../../src/mail/words/index.ts';
import { business, mails, named } from './fixtures.ts';

const attack = '<img src=x onerror=alert(1)>';
const everyMail: Mail[] = Object.keys(languages).flatMap((locale) =>
  Object.values(mails).map((mail): Mail => ({ ...mail, locale })),
);

describe.each(everyMail.map((mail) => [`${mail.template} in ${mail.locale}`, mail] as const))(
  '%s',
  (_, mail) => {
    const { subject, text, html } = renderMail(mail, business);

    it('says the same in text and HTML: code, request, business', () => {
      if ('code' in mail.data) {
        expect(text).toContain(mail.data.code);
        expect(html).toContain(`>${mail.data.code}</span>`);
        expect(subject.startsWith(mail.data.code)).toBe(true);
        expect(text).toContain('15');
        expect(html).toContain('15');
      }
      if ('tag' in mail.data) {
        for (const part of [subject, text, html]) expect(part).toContain(mail.data.tag);
      }
      expect(text).toContain('Hearth & Crumb');
      expect(html).toContain('Hearth &amp; Crumb');
      expect(subject).toContain('Hearth & Crumb');
    });

    it('says every sentence of the HTML in the text, too', () => {
      const sentences = [...html.matchAll(/<(?:p|h1)[^>]*>([^<]+)</g)].map(([, sentence]) =>
        sentence!.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
      );
      expect(sentences.length).toBeGreaterThan(2);
      for (const sentence of sentences) expect(text).toContain(sentence);
    });

    it('T21: shows the names as text, whatever they hold', () => {
      const hostile = { ...mail, data: { ...mail.data, name: `${attack}"'` } } as Mail;
      const rendered = renderMail(hostile, named(`${attack}"'`));
      expect(rendered.html).not.toContain('<img');
      expect(rendered.html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;');
      expect(rendered.text).toContain(attack);
    });

    it('keeps a business name with line breaks out of the headers', () => {
      const rendered = renderMail(mail, named('Hearth\r\nBcc: evil@c.test\u2028\u202e'));
      expect(rendered.fromName).toBe('Hearth Bcc: evil@c.test');
      expect(rendered.subject).not.toMatch(/[\r\n\u2028\u202e]/);
    });

    it('loads nothing from elsewhere without a logo', () => {
      expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|@import/i);
    });
  },
);

describe('the greeting', () => {
  const greeting = (name: string) =>
    renderMail(
      { ...mails['sign-up-code'], data: { ...mails['sign-up-code'].data, name } },
      business,
    ).text.match(/^Hello.*$/m)?.[0];

  it.each([
    ['Ada Lovelace', 'Hello Ada Lovelace,'],
    ['  Ada\n\tLovelace ', 'Hello Ada Lovelace,'],
    ['J. R. R. Tolkien', 'Hello J. R. R. Tolkien,'],
    ['D’Arcy-Núñez', 'Hello D’Arcy-Núñez,'],
    ['王小明', 'Hello 王小明,'],
  ])('uses the name %j', (name, expected) => {
    expect(greeting(name)).toBe(expected);
  });

  it.each([
    'Win money at evil.example',
    'https://evil.example',
    'Win at casino24.example',
    'Win at evil．example',
    'write to me@evil.example',
    'www evil',
    'You won! '.repeat(10),
    '\u202e\u200b',
  ])('does not carry a message to strangers (%j)', (name) => {
    expect(greeting(name)).toBe('Hello,');
  });
});

describe('what was done to an account', () => {
  const notices = ['password-changed', 'email-changed', 'account-deleted', 'session-stolen'] as const;

  it.each(notices)('%s says when, from which device, and what to do about it', (template) => {
    const { text } = renderMail(mails[template], business);
    expect(text).toContain('on November 22, 2026 at 9:05');
    expect(text).toContain('(UTC)');
    expect(text).toContain('Firefox, Windows');
    expect(text).toContain(`tell Hearth & Crumb`);
    expect(text).toContain('Hello Ada Lovelace,');
  });

  it.each(notices)('%s leaves an unknown device out', (template) => {
    const { text } = renderMail(
      { ...mails[template], data: { ...mails[template].data, device: null } },
      business,
    );
    expect(text).toMatch(/\(UTC\)[.,] /);
    expect(text).not.toMatch(/null|undefined|Firefox| ,/);
  });
});

describe('a link beside the code', () => {
  const url = 'https://portal.example/hearth/link?token=a&b"c';
  const data = { ...mails['sign-in-code'].data, link: { url, returnTo: 'https://hearth.example/members' } };
  const { text, html } = renderMail({ ...mails['sign-in-code'], data }, business);

  it('stands in both parts, after the code, with a word on which of the two is for whom', () => {
    for (const part of [text, html]) {
      expect(part.indexOf(data.code)).toBeLessThan(part.indexOf('/hearth/link?token='));
      expect(part).toContain('in the browser in which you asked');
      expect(part).toContain('On another device use the code.');
      expect(part).toContain('Keep the code and the link to yourself.');
    }
    expect(html).toContain('>Log in at hearth.example</a>');
    expect(html).toContain('href="https://portal.example/hearth/link?token=a&amp;b&quot;c"');
  });

  it('is not spoken of where there is none', () => {
    expect(renderMail(mails['sign-in-code'], business).text).not.toMatch(/\blink\b/);
  });
});

describe('the look', () => {
  it('T21: shows a logo only from https, without a way out of its attribute', () => {
    const withLogo = (logo: string) =>
      renderMail(mails['sign-in-code'], { ...business, settings: { ...business.settings, logo } }).html;
    expect(withLogo('https://cdn.example/logo.png')).toContain('<img src="https://cdn.example/logo.png"');
    expect(withLogo('https://cdn.example/"><script>')).not.toContain('<script');
    expect(withLogo('javascript:alert(1)')).not.toContain('<img');
    expect(withLogo('http://cdn.example/logo.png')).not.toContain('<img');
  });

  it('falls back to the default accent when the setting is not a colour', () => {
    const settings = { ...business.settings, accent: 'red;background:url(//evil.example)' };
    const { html } = renderMail(mails['sign-in-code'], { ...business, settings });
    expect(html).not.toContain('evil');
    expect(html).toContain('background:#3b5bdb');
  });

  it('declares language, direction and both colour schemes', () => {
    const { html } = renderMail(mails['sign-in-code'], business);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme:dark');
  });
});

describe('the language', () => {
  it.each(['en', 'EN-gb', 'xx', '', 'constructor', '__proto__'])('falls back sensibly for %j', (locale) => {
    expect(renderMail({ ...mails['sign-in-code'], locale }, business).html).toContain('lang="en"');
  });
});
