import { describe, expect, it } from 'vitest';
import { describeDevice } from '../../src/http/device.ts';
import { pickLanguage } from '../../src/http/locale.ts';

describe('pickLanguage', () => {
  it.each([
    ['de', ['en', 'de'], 'de'],
    ['de-AT, en;q=0.8', ['en', 'de'], 'de'],
    ['fr;q=0.2, de;q=0.9', ['fr', 'de'], 'de'],
    ['pt-br', ['en', 'pt-BR'], 'pt-BR'],
    ['zh-Hans-CN', ['en', 'zh-Hans'], 'zh-Hans'],
    ['ja', ['en', 'de'], 'en'],
    ['de;q=0, en', ['de', 'en'], 'en'],
    ['', ['sv'], 'sv'],
    [null, ['sv'], 'sv'],
    [';;;q=,,*', ['sv'], 'sv'],
  ])('%j of %j is %s', (header, languages, picked) => expect(pickLanguage(header, languages)).toBe(picked));

  it.each([`a${' '.repeat(15_000)}b`, '-'.repeat(15_000), ';'.repeat(15_000), 'a-'.repeat(7_500)])(
    'takes no time for a header that is made to take it',
    (header) => {
      const started = performance.now();
      expect(pickLanguage(header, ['sv'])).toBe('sv');
      expect(performance.now() - started).toBeLessThan(50);
    },
  );
});

describe('describeDevice', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Safari/604.1', 'Safari, iPhone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1', 'Safari, macOS'],
  ])('%s is %s', (userAgent, device) => expect(describeDevice(userAgent)).toBe(device));

  it.each([null, '', 'curl/8', '<script>'])('%j says nothing', (userAgent) =>
    expect(describeDevice(userAgent)).toBeNull(),
  );
});
