import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portal } from '../../src/cli/portal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  const env = { NODE_ENV: 'development', PORTAL_DATABASE_FILE: join(folder, 'data/portal.sqlite') };
  const code = await portal(args, env);
  const result = { code, out: out.mock.calls.join('\n'), err: err.mock.calls.join('\n') };
  vi.restoreAllMocks();
  return result;
}

async function put(fields: unknown) {
  const file = join(folder, 'fields.json');
  writeFileSync(file, typeof fields === 'string' ? fields : JSON.stringify(fields));
  return run('fields', 'put', 'acme', file);
}

const phone = { name: 'phone', type: 'phone', label: 'Phone', required: true };
const size = {
  name: 'size',
  type: 'select',
  label: { en: 'Size', de: 'Größe' },
  options: [{ value: 's', label: 'Small' }],
};

describe('portal fields', () => {
  beforeEach(() => run('business', 'put', 'acme', '--name', 'Acme', '--language', 'en', '--language', 'de'));

  it('sets what the profile asks, lists it, and takes its own list back', async () => {
    expect((await run('fields', 'list', 'acme')).out).toContain('No field yet');
    expect(await put([phone, size])).toMatchObject({ code: 0, out: 'Acme: 2 fields, 1 of them required' });
    expect((await run('fields', 'list', 'acme')).out).toBe(
      'phone  Phone  phone, required\nsize  Size  select',
    );
    const { out } = await run('fields', 'list', 'acme', '--json');
    expect(JSON.parse(out)).toMatchObject([{ label: { en: 'Phone' } }, { label: { de: 'Größe' } }]);
    expect(await put(out)).toMatchObject({ code: 0 });
    expect((await run('fields', 'list', 'acme', '--json')).out).toBe(out);
  });

  it('keeps the other settings, and says what is no longer asked', async () => {
    await put([phone, size]);
    expect((await put([size])).out).toContain('no longer asked: phone');
    await run('business', 'put', 'acme', '--accent', '#112233');
    expect((await run('fields', 'list', 'acme')).out).toContain('size');
    expect((await run('business', 'list', '--json')).out).toContain('"accent":"#112233"');
  });

  it.each([
    ['{"name": 1}', 'the fields must be a list'],
    ['[', 'is not JSON'],
    [[{ ...phone, name: 'Phone' }], 'field "Phone" needs a name of 1 to 40 letters'],
    [['phone'], 'field 1 needs a name'],
    [[{ ...phone, name: 'locale' }], 'field "locale" has a name that is taken'],
    [[{ ...phone, name: 'constructor' }], 'has a name that is taken'],
    [[{ ...phone, type: 'tel' }], 'field "phone" needs a type: text, long-text'],
    [[{ ...phone, pattern: 'x' }], 'has "pattern", which a phone has not'],
    [[{ ...phone, required: 'yes' }], 'neither true nor false'],
    [[{ ...phone, label: { de: 'Telefon' } }], 'needs a label in "en", the first language'],
    [[{ ...phone, label: { en: 'Phone', german: 'x', 'DE-de': 'x' } }], 'is no language tag'],
    [[{ ...phone, help: '' }], 'needs a help of 1 to 500 characters in "en"'],
    [[{ ...phone, apps: ['courses'] }], 'names apps that there are not: courses'],
    [[{ ...phone, apps: [] }], 'needs a list of the apps'],
    [[phone, phone], '"phone" names two fields'],
    [[{ ...size, options: [] }], 'needs 1 to 250 options'],
    [[{ ...size, options: [{ value: 'a b', label: 'x' }] }], 'needs a value of 1 to 64 letters'],
    [[{ ...size, options: [...size.options, ...size.options] }], 'two options of one value'],
    [[{ ...size, options: [{ value: 's' }] }], 'needs a label for the option "s" in "en"'],
    [[{ name: 'a', type: 'text', label: 'A', pattern: '(a+)+' }], 'has a pattern that may only consist of'],
    [[{ name: 'a', type: 'text', label: 'A', maxLength: 501 }], 'needs a whole maxLength from 1 to 500'],
    [[{ name: 'a', type: 'text', label: 'A', minLength: 201 }], 'has a minLength above its maxLength, 200'],
    [Array.from({ length: 51 }, (_, index) => ({ ...phone, name: `f${index}` })), '50 are the most'],
  ])('refuses %j and changes nothing', async (fields, sentence) => {
    await put([phone]);
    const { code, err } = await put(fields);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect((await run('fields', 'list', 'acme')).out).toBe('phone  Phone  phone, required');
  });
});
