/** The profile. What the backend asks for is its own; only the rule that a field follows is the contract's. */
import { check, checkEqual } from './check.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

type ProfileTarget = Target & Required<Pick<Target, 'profile'>>;

const password = 'a member’s long password';
let people = 0;

const newEmail = () => `profile-${Date.now()}-${(people += 1)}@example.com`;

async function newMember(target: Target) {
  const email = newEmail();
  const visitor = await Visitor.arrive(target);
  const grant = await visitor.signUp(email, password, 'Ada Lovelace');
  const token = { accessToken: grant.access_token };
  return {
    email,
    visitor,
    grant,
    token,
    save: (values: Record<string, unknown>) => visitor.succeed('saveProfile', { values }, token),
    read: () => visitor.succeed('readProfile', undefined, token),
  };
}

const profileCase = (title: string, run: (target: ProfileTarget) => Promise<void>): Case => ({
  title,
  async run(target) {
    if (target.profile !== undefined) await run(target as ProfileTarget);
  },
});

export const profileCases: Case[] = [
  profileCase(
    'startSignUp: takes what is asked there and nothing else; the account begins with it',
    async (target) => {
      const { phone, text } = target.profile;
      const visitor = await Visitor.arrive(target);
      const { fields = [] } = (await visitor.succeed('readPortal')).signUp;
      check(
        fields.some(({ name, label }) => name === text && Object.values(label).every(Boolean)),
        `The public facts name the field "${text}"`,
      );
      const email = newEmail();
      const body = { name: 'Ada Lovelace', email, password, values: { [text]: ' Countess  of\nLovelace ' } };
      const values = { [text]: 7, [phone]: '+442079460000' };
      const { errors = [] } = await visitor.refused('startSignUp', 'invalid-input', { ...body, values });
      checkEqual(
        errors.toSorted((a, b) => (a.pointer < b.pointer ? -1 : 1)),
        [
          { pointer: `/values/${phone}`, code: 'unknown-field' },
          { pointer: `/values/${text}`, code: 'invalid' },
        ],
        'errors',
      );
      const { flow, tag } = await visitor.succeed('startSignUp', body);
      const outcome = await visitor.succeed('verifySignUp', { flow, code: await target.codeFor(email, tag) });
      check(outcome.outcome === 'signed-in', 'A first sign-up ends signed in');
      const token = { accessToken: outcome.grant.access_token };
      const profile = await visitor.succeed('readProfile', undefined, token);
      checkEqual(profile.values[text], 'Countess of Lovelace', 'what was answered');
    },
  ),
  {
    title: 'readProfile: name, email and what the business asks for, of an account that has answered nothing',
    async run(target) {
      const { email, read } = await newMember(target);
      const profile = await read();
      checkEqual(profile.email, email, 'email');
      checkEqual(profile.values, { name: 'Ada Lovelace' }, 'values');
      for (const { label } of profile.fields) check(label !== '', 'Every field has a label');
    },
  },
  {
    title: 'saveProfile: the full name is tidied and saved; an empty one is refused, and the old one stays',
    async run(target) {
      const { visitor, token, read, save } = await newMember(target);
      checkEqual((await save({ name: '  Ada \n King ' })).values, { name: 'Ada King' }, 'what was saved');
      for (const name of ['', '  ', null]) {
        const problem = await visitor.refused('saveProfile', 'invalid-input', { values: { name } }, token);
        checkEqual(problem.errors, [{ pointer: '/values/name', code: 'required' }], 'errors');
      }
      checkEqual((await read()).values['name'], 'Ada King', 'name');
      checkEqual(
        (await visitor.succeed('readMe', undefined, token)).account.name,
        'Ada King',
        'name of the account',
      );
    },
  },
  {
    title: 'saveProfile: a language of the business is the account’s, another is refused, null forgets it',
    async run(target) {
      const { visitor, token, read, save } = await newMember(target);
      const [language = ''] = (await read()).languages;
      await save({ locale: language });
      checkEqual((await read()).values['locale'], language, 'locale');
      const tlh = { values: { locale: 'tlh' } };
      const problem = await visitor.refused('saveProfile', 'invalid-input', tlh, token);
      checkEqual(problem.errors, [{ pointer: '/values/locale', code: 'invalid' }], 'errors');
      await save({ locale: null });
      checkEqual((await read()).values['locale'], undefined, 'locale');
    },
  },
  {
    title:
      'saveProfile: fields that there are not → invalid-input with their pointers; nothing of it is saved',
    async run(target) {
      const { visitor, token, read } = await newMember(target);
      const values = { name: 'Somebody Else', 'a/b~c': 'x', email: 'new@example.com' };
      const problem = await visitor.refused('saveProfile', 'invalid-input', { values }, token);
      checkEqual(
        problem.errors,
        [
          { pointer: '/values/a~1b~0c', code: 'unknown-field' },
          { pointer: '/values/email', code: 'unknown-field' },
        ],
        'errors',
      );
      checkEqual((await read()).values['name'], 'Ada Lovelace', 'name');
    },
  },
  profileCase(
    'saveProfile: two tabs that save different fields lose nothing of each other’s',
    async (target) => {
      const { read, save } = await newMember(target);
      const { phone, text } = target.profile;
      await Promise.all([
        save({ [phone]: '+44 20 7946 0000' }),
        save({ [text]: 'Countess' }),
        save({ name: 'A. K.' }),
      ]);
      checkEqual(
        Object.entries((await read()).values).sort(),
        Object.entries({ name: 'A. K.', [phone]: '+44 20 7946 0000', [text]: 'Countess' }).sort(),
        'values',
      );
    },
  ),
  profileCase('saveProfile: a phone number is taken as people write it, and counts once', async (target) => {
    const { read, save } = await newMember(target);
    const { phone } = target.profile;
    const first = await save({ [phone]: ' 0044 (0)20-7946.0000 ' });
    checkEqual(first.values[phone], '+44 20 7946 0000', 'what was saved');
    const again = await save({ [phone]: first.values[phone] });
    checkEqual(again.values[phone], first.values[phone], 'what was saved, sent again');
    await save({ [phone]: '' });
    checkEqual((await read()).values[phone], undefined, 'an empty value is none');
  }),
  profileCase(
    'launchApp: an app that needs a field stays closed until it is filled in, and readMe says which',
    async (target) => {
      const { visitor, token, save } = await newMember(target);
      const { needing, needed } = target.profile;
      const missing = async () => (await visitor.succeed('readMe', undefined, token)).profile.missing;
      const launch = { ...token, parameters: { id: needing } };
      checkEqual(await missing(), [{ field: needed, apps: [needing] }], 'what is missing');
      await visitor.refused('launchApp', 'profile-incomplete', undefined, launch);
      const saved = await save({ [needed]: true });
      checkEqual([saved.missing, saved.progress], [[], { done: 1, total: 1 }], 'progress');
      checkEqual(await missing(), [], 'what is missing');
      await visitor.succeed('launchApp', undefined, launch);
    },
  ),
  {
    title: 'T27: exportAccount: everything of the account, and nothing of its siblings',
    async run(target) {
      const { email, visitor, token, grant } = await newMember(target);
      const sibling = await (await Visitor.arrive(target)).signUp(email, password, 'Her Sister');
      const exported = await visitor.succeed('exportAccount', undefined, token);
      const { id, name } = exported.account;
      checkEqual([id, name], [grant.session.account.id, 'Ada Lovelace'], 'account');
      checkEqual(
        exported.sessions.map((one) => one.id),
        [grant.session.id],
        'sessions',
      );
      const text = JSON.stringify(exported);
      for (const foreign of [sibling.session.account.id, sibling.session.id, 'Her Sister'])
        check(!text.includes(foreign), 'Nothing of a sibling is in an export');
      for (const secret of [grant.access_token, grant.refresh_token])
        check(!text.includes(secret), 'No secret is in an export');
    },
  },
];
