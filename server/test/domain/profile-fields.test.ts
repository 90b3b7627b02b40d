/** The rule of the profile's fields on both sides: in the module that the element downloads, and behind the endpoint. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { limits } from '../../../src/contract/limits.ts';
import { checkField, type FieldRule, fieldTypes } from '../../../src/contract/profile-fields.ts';
import { readProfileFields } from '../../src/domain/read-profile-fields.ts';
import { thorough } from '../support/thorough.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

/** What breaks validators: halves of characters, NUL, marks of direction, what grows when normalised, and length. */
const nasty = fc.oneof(
  fc.constantFrom(
    '\ud800',
    'a\udc00b',
    '\u0000',
    'a\u0000',
    '\u200f\u202eabc',
    '\ufb2c'.repeat(70),
    'ﬃ'.repeat(200),
    '\u0344'.repeat(120),
    'e\u0301'.repeat(200),
    'a'.repeat(201),
    '👩‍🚀'.repeat(40),
    '\u0085',
    '\u2028',
    '\ufeff',
    ' ',
    '\t\n',
    'ß',
    'İ',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
    '__proto__',
    'constructor',
    'toString',
    '-1',
    '1e9',
    'null',
    '../..',
    '%00',
    '<b>',
    "' or 1=1",
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
/** Near to what is right, so that both answers come. */
const near = fc.oneof(
  fc.constantFrom(
    'ada@example.com',
    'a@b',
    'ada@exämple.com',
    'a@b.c.d',
    `${'a'.repeat(65)}@b.test`,
    `a@${'b'.repeat(64)}.test`,
    'a@b..c',
    'Ada@Example.COM ',
    '+44 20 7946 0000',
    '0044 (0)20/7946-0000',
    '+1 (201) 555-0123',
    '\u202a+49 30 1234567\u202c',
    '+123',
    '+1234567890123456',
    '020 7946 0000',
    '+٤٤٢٠',
    '2024-02-29',
    '2023-02-29',
    '2026-02-30',
    '0000-01-01',
    '1999-12-31',
    '2026-13-01',
    '26-1-1',
    '2026-11-22T00:00',
    'DE',
    'de',
    'XX',
    'ß',
    'UK',
    'GB',
  ),
  fc.stringMatching(/^[+0-9 ().-]{0,22}$/),
  fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/),
  fc.stringMatching(/^[A-C]{0,4}\d{0,5}$/),
  fc.stringMatching(/^[\w.+-]{1,8}@[\w.-]{1,12}$/),
);
const text = fc.oneof(near, nasty);
const value = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, 0, 1.5, '', {}, []) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom('s', 'm', 'l', 'xl', 's '), { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        street: fc.oneof(fc.constant('1 High Street'), text),
        extra: text,
        city: fc.oneof(fc.constant('Leeds'), text),
        region: text,
        postalCode: text,
        country: fc.oneof(fc.constant('GB'), text),
        surplus: fc.constant(1),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const patterns = ['[A-C]+', String.raw`\d{2,4}|[A-C]{2}\d*`, String.raw`[^a-c\s]+\w*`, '👩?.*'];
const field = fc.record(
  {
    name: fc.constant('asked'),
    label: fc.constant('Asked'),
    type: fc.constantFrom(...fieldTypes),
    required: fc.boolean(),
    pattern: fc.constantFrom(...patterns),
    minLength: fc.integer({ min: 1, max: 6 }),
    maxLength: fc.integer({ min: 6, max: limits.text.most }),
    options: fc.constant(['s', 'm', 'l'].map((one) => ({ value: one, label: one }))),
  },
  { requiredKeys: ['name', 'label', 'type', 'options'] },
);

describe('a field of the profile', () => {
  let portal: TestPortal;
  let visitor: Visitor;
  let accessToken: string;
  const slug = 'asking';
  beforeAll(async () => {
    portal = await startTestPortal();
    await portal.putBusiness(slug);
    const target = { ...(await conformanceTarget(portal)), backend: `${publicUrl}/${slug}` };
    visitor = await Visitor.arrive(target);
    const grant = await visitor.signUp('asked@example.com', 'a member’s long password');
    accessToken = grant.access_token;
  });
  afterAll(() => portal.close());

  it(
    'takes on both sides the same values, for whatever a business asks and whoever answers',
    { timeout: 300_000 },
    async () => {
      const seen = { taken: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(field, fc.array(value, { minLength: 1, maxLength: 8 }), async (asked, values) => {
          // What a field of this type has no use for is an error of the operator's.
          const { pattern, minLength, maxLength, options, ...rest } = asked;
          const isText = asked.type === 'text' || asked.type === 'long-text';
          const json = {
            ...rest,
            ...(isText && { minLength, maxLength }),
            ...(asked.type === 'text' && { pattern }),
            ...(asked.type.endsWith('select') && { options }),
          };
          const { fields, faults } = readProfileFields(JSON.parse(JSON.stringify([json])), ['en']);
          fc.pre(faults.length === 0);
          await portal.putBusiness(slug, { profileFields: fields });
          const profile = await visitor.succeed('readProfile', undefined, { accessToken });
          // Only what travels is what the element has.
          const rule = JSON.parse(JSON.stringify(profile.fields[0])) as FieldRule;
          for (const typed of values) {
            const here = checkField(rule, typed);
            const there = await visitor.call('saveProfile', { values: { asked: typed } }, { accessToken });
            if (there.ok) {
              seen.taken += 1;
              expect(here.code).toBeUndefined();
              const kept = there.value.values['asked'];
              if (rule.type !== 'phone') expect(kept).toEqual('value' in here ? here.value : undefined);
              // What was kept is taken again and stays what it is, so that nothing changes by being shown.
              const again = await visitor.succeed(
                'saveProfile',
                { values: { asked: kept } },
                { accessToken },
              );
              expect(again.values['asked']).toEqual(kept);
              expect(again.missing).toEqual([]);
              const shown = await visitor.succeed('readProfile', undefined, { accessToken });
              expect(shown.values['asked'] ?? null).toEqual(kept);
            } else {
              seen.refused += 1;
              const part = 'part' in here && here.part !== undefined ? `/${here.part}` : '';
              expect(there.problem.errors).toEqual([{ pointer: `/values/asked${part}`, code: here.code }]);
            }
          }
        }),
        { numRuns: thorough(2_000) },
      );
      // A rule that refuses everything, or nothing, would pass otherwise.
      expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan((seen.taken + seen.refused) / 20);
    },
  );
});

const check = (rule: Partial<FieldRule> & Pick<FieldRule, 'type'>, typed: unknown) => checkField(rule, typed);

describe('what is kept of a value', () => {
  it.each([
    ['text', '  Ada \n King ', 'Ada King'],
    ['text', '\u00a0\u3000', null],
    ['long-text', 'One\r\n  two\r', 'One\n  two'],
    ['email', ' Ada@Example.com', 'Ada@Example.com'],
    ['phone', '+1 (201) 555-0123', '+12015550123'],
    ['phone', '\u202a+49 (0)30\u00a01234–567\u202c', '+49301234567'],
    ['date', '2024-02-29', '2024-02-29'],
    ['country', 'DE', 'DE'],
    ['checkbox', false, false],
    ['address', { street: ' ', city: '' }, null],
    [
      'address',
      { country: 'GB', city: 'Leeds', street: '1 High Street', extra: '' },
      { street: '1 High Street', city: 'Leeds', country: 'GB' },
    ],
  ] as const)('%s %j → %j', (type, typed, kept) => expect(check({ type }, typed)).toEqual({ value: kept }));

  it('of several choices is each once, in the order of the business', () => {
    const options = ['s', 'm', 'l'].map((value) => ({ value }));
    expect(check({ type: 'multi-select', options }, ['l', 's', 'l'])).toEqual({ value: ['s', 'l'] });
    expect(check({ type: 'multi-select', options }, [])).toEqual({ value: null });
  });
});

describe('what is refused', () => {
  it.each([
    ['email', 'ada@example', 'email-invalid'],
    ['phone', '020 7946 0000', 'phone-invalid'],
    ['date', '2026-02-30', 'date-invalid'],
    ['date', '0999-01-01', 'date-invalid'],
    ['country', 'UK', 'invalid'],
    ['select', 'toString', 'invalid'],
    ['text', 'a\u0000', 'invalid'],
    ['text', 'x'.repeat(201), 'too-long'],
    ['long-text', 'x'.repeat(3_001), 'too-long'],
    ['checkbox', 'on', 'invalid'],
  ] as const)('%s %j → %s', (type, typed, code) => expect(check({ type }, typed).code).toBe(code));

  it('an address without a street, a city or a country, at the part', () => {
    expect(check({ type: 'address' }, { street: 'x', country: 'GB' })).toEqual({
      code: 'required',
      part: 'city',
    });
    expect(check({ type: 'address' }, { street: 'x', city: 'y', country: 'UK' })).toEqual({
      code: 'invalid',
      part: 'country',
    });
  });

  it('nothing, where something is required: no text, no choice, no tick', () => {
    for (const [type, typed] of [
      ['text', ' '],
      ['multi-select', []],
      ['checkbox', false],
      ['address', {}],
      ['date', null],
    ] as const)
      expect(check({ type, required: true }, typed).code).toBe('required');
  });
});
