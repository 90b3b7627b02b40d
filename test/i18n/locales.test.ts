/** Each language beside English: whole, and with the same parameters. */
import { expect } from '@open-wc/testing';
import { accountStrings } from '../../src/i18n/account/en.ts';
import { en } from '../../src/i18n/after/en.ts';
import { appStrings } from '../../src/i18n/apps/en.ts';
import { withActivity } from '../../src/i18n/hub/activity-en.ts';
import { withDetails } from '../../src/i18n/hub/affiliate-details-en.ts';
import { withCommunities } from '../../src/i18n/hub/communities-en.ts';
import { withCourses } from '../../src/i18n/hub/courses-en.ts';
import { withPlaces } from '../../src/i18n/hub/places.ts';
import { locales } from '../../src/i18n/locales/index.ts';
import { withMember } from '../../src/i18n/member/en.ts';
import { withProfile } from '../../src/i18n/profile/en.ts';
import { withSignOn } from '../../src/i18n/sign-on/en.ts';
import type { Plural } from '../../src/i18n/strings.ts';

type Texts = { [key: string]: string | Texts };

const english = [
  accountStrings,
  appStrings,
  withActivity,
  withDetails,
  withCommunities,
  withCourses,
  withPlaces,
  withMember,
  withProfile,
  withSignOn,
].reduce<Texts>((all, add) => ({ ...all, ...(add(en) as unknown as Texts) }), {});

const isPlural = (text: string | Texts | undefined): text is Plural & Texts =>
  typeof text === 'object' && 'other' in text;

/** Path → sentence; a plural stays together. */
function sentences(texts: Texts, path = ''): Map<string, string | (Plural & Texts)> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string' || isPlural(text)
        ? [[path + key, text] as const]
        : [...sentences(text, `${path}${key}.`)],
    ),
  );
}

const parameters = (text: string): string[] => (text.match(/\{[^}]*\}/g) ?? []).toSorted();

describe('a language', () => {
  const expected = sentences(english);

  for (const [tag, { form, member }] of Object.entries(locales)) {
    it(`says all that English says, with the same parameters: ${tag}`, async () => {
      const texts = { ...(await form()).strings, ...(await member()).strings } as unknown as Texts;
      const said = sentences(texts);
      expect([...said.keys()].toSorted()).to.deep.equal([...expected.keys()].toSorted());
      for (const [path, text] of said) {
        const model = expected.get(path)!;
        if (!isPlural(text)) {
          expect(parameters(text), path).to.deep.equal(parameters(model as string));
          continue;
        }
        const all = parameters((model as Plural).other);
        for (const [category, sentence] of Object.entries(text)) {
          // One, two or none may be said in words.
          if (['zero', 'one', 'two'].includes(category))
            expect(all, path).to.include.members(parameters(sentence as string));
          else expect(parameters(sentence as string), `${path} ${category}`).to.deep.equal(all);
        }
      }
    });

    it(`has a sentence for each number: ${tag}`, async () => {
      const texts = { ...(await form()).strings, ...(await member()).strings } as unknown as Texts;
      const rules = new Intl.PluralRules(tag);
      const needed = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
      for (const [path, text] of sentences(texts)) {
        // What English says in one way may be said in one way.
        if (isPlural(text) && Object.keys(text).length > 1)
          expect(Object.keys(text), path).to.include.members([...needed]);
        if (isPlural(text) && 'one' in (expected.get(path) as Plural))
          expect(needed.size === 1 || Object.keys(text).length > 1, path).to.equal(true);
      }
    });

    it(`says who it is, and nothing that is still English: ${tag}`, async () => {
      const { strings } = await form();
      expect(strings.locale).to.equal(tag);
      const texts = { ...strings, ...(await member()).strings } as unknown as Texts;
      const same = [...sentences(texts)].filter(
        ([path, text]) =>
          typeof text === 'string' && text.split(' ').length > 2 && text === expected.get(path),
      );
      expect(same).to.deep.equal([]);
    });
  }
});
