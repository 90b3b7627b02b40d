import { describe, expect, it } from 'vitest';
import { type SettingsOptions, settingsFrom } from '../../src/cli/settings.ts';
import { isSlug } from '../../src/domain/business.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { defaultSettings } from '../../src/domain/business.ts';

const base = { ...defaultSettings, name: 'Acme' };

describe('settings from options', () => {
  it('change what is given and nothing else', () => {
    expect(settingsFrom({}, base)).toEqual(base);
    expect(settingsFrom({ duplicates: 'on', terms: 'https://acme.example/terms' }, base)).toEqual({
      ...base,
      allowDuplicateAccounts: true,
      legal: { terms: 'https://acme.example/terms' },
    });
  });

  it('offer links where there is a page for them to lead to', () => {
    const options = {
      origin: ['https://acme.example', 'http://localhost:8080'],
      method: ['password', 'code', 'link'],
      'return-url': ['https://acme.example/members?in=1', 'http://localhost:8080/'],
    };
    const settings = settingsFrom(options, base);
    expect(settings.methods).toEqual(['password', 'code', 'link']);
    expect(settings.returnUrls).toEqual(options['return-url']);
    expect(defaultSettings.methods).not.toContain('link');
  });

  it.each<[SettingsOptions, RegExp]>([
    [{ method: ['code', 'link'] }, /needs a --return-url/],
    [{ 'return-url': ['https://other.example/'] }, /add --origin https:\/\/other.example/],
    [{ 'return-url': ['http://acme.example/'] }, /must start with https/],
    [{ 'return-url': ['javascript:alert(1)'] }, /must start with https/],
    [{ 'return-url': ['//acme.example/'] }, /must start with https/],
    [{ 'return-url': ['https://acme.example'] }, /browsers say https:\/\/acme.example\//],
    [{ 'return-url': ['https://ACME.example/'] }, /browsers say https:\/\/acme.example\//],
    [{ 'return-url': ['https://acme.example/#top'] }, /without #/],
    [{ 'return-url': ['https://user@acme.example/'] }, /without a user name/],
    [{ 'return-url': [`https://acme.example/${'x'.repeat(1_000)}`] }, /at most 1000 characters/],
  ])('T11: refuse links of %j', (options, sentence) => {
    expect(() => settingsFrom({ origin: ['https://acme.example'], ...options }, base)).toThrow(sentence);
  });

  it('never change what they start from', () => {
    const before = structuredClone(base);
    settingsFrom({ privacy: 'https://acme.example/privacy', name: 'Other' }, base);
    expect(base).toEqual(before);
  });

  it('take every option', () => {
    const settings = settingsFrom(
      {
        name: '  Acme Ltd ',
        origin: ['https://acme.example', 'http://localhost:8080'],
        'accounts-per-email': '7',
        accent: '#ABCDEF',
        logo: 'https://cdn.example/logo.png',
        language: ['en', 'pt-br'],
        method: ['code', 'code'],
        'sign-up': 'closed',
        'after-sign-up': 'log-in',
        'password-minimum': '15',
      },
      base,
    );
    expect(settings).toMatchObject({
      name: 'Acme Ltd',
      origins: ['https://acme.example', 'http://localhost:8080'],
      accountsPerEmail: 7,
      accent: '#abcdef',
      logo: 'https://cdn.example/logo.png',
      languages: ['en', 'pt-BR'],
      methods: ['code'],
      signUpOpen: false,
      signInAfterSignUp: false,
      passwordMinLength: 15,
    });
  });

  it.each<[SettingsOptions, RegExp]>([
    [{ name: ' ' }, /--name must not be empty/],
    [{ origin: ['acme.example'] }, /must start with https/],
    [{ origin: ['http://acme.example'] }, /must start with https/],
    [{ origin: ['null'] }, /must start with https/],
    [{ origin: ['https://acme.example/'] }, /browsers say https:\/\/acme\.example,/],
    [{ origin: ['https://Acme.example:443'] }, /browsers say https:\/\/acme\.example,/],
    [{ duplicates: 'yes' }, /must be on or off/],
    [{ 'accounts-per-email': '11' }, /from 2 to 10/],
    [{ 'password-minimum': '7' }, /from 8 to 15/],
    [{ 'password-minimum': '1e1' }, /from 8 to 15/],
    [{ accent: 'red' }, /must look like/],
    [{ logo: 'javascript:alert(1)' }, /must be an https/],
    [{ terms: 'http://acme.example/terms' }, /must be an https/],
    [{ language: ['not a tag'] }, /is not a language tag/],
    [{ method: ['magic'] }, /must be password or code/],
    [{ 'sign-up': 'maybe' }, /must be open or closed/],
    [{ 'after-sign-up': 'x' }, /must be signed-in or log-in/],
  ])('refuse %j', (options, expected) => {
    const refused = () => settingsFrom(options, base);
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(expected);
  });
});

describe('a slug', () => {
  it.each(['a', 'acme', 'acme-2', 'a'.repeat(40)])('may be %s', (slug) => expect(isSlug(slug)).toBe(true));
  it.each(['', '-acme', 'acme-', 'Acme', 'a/b', 'a.b', 'a'.repeat(41), 'dev', 'health', 'problems'])(
    'may not be %j',
    (slug) => expect(isSlug(slug)).toBe(false),
  );
});
