/** What a business asks already at sign-up, from the public facts to the profile of the account. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import type { RequestOf } from '../../../src/contract/operations.ts';
import { putWebhook } from '../../src/domain/manage-webhooks.ts';
import type { Business, BusinessSettings } from '../../src/domain/business.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const backend = `${publicUrl}/acme`;
const password = 'correct horse battery';
let people = 0;

const terms = {
  name: 'terms',
  type: 'checkbox',
  label: { en: 'I agree', de: 'Ich stimme zu' },
  required: true,
  signUp: true,
} as const;
const phone = {
  name: 'phone',
  type: 'phone',
  label: { en: 'Phone' },
  signUp: true,
  apps: ['courses'],
} as const;
const home = { name: 'home', type: 'address', label: { en: 'Address' }, signUp: true } as const;
const later = { name: 'town', type: 'text', label: { en: 'Town' } } as const;
const fields: BusinessSettings['profileFields'] = [terms, { ...phone, apps: [...phone.apps] }, home, later];

describeStorage('what a sign-up asks', (current) => {
  let portal: TestPortal;
  let target: Target;
  let business: Business;
  const ask = async (more: Partial<BusinessSettings>) =>
    (business = await portal.putBusiness('acme', {
      languages: ['en', 'de'],
      profileFields: fields,
      ...more,
    }));
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    await ask({});
    target = { ...(await conformanceTarget(portal)), backend };
  });
  beforeEach(() => ask({}));

  const person = async (values?: RequestOf<'startSignUp'>['values']) => {
    const email = `asked-${(people += 1)}@example.com`;
    const visitor = await Visitor.arrive(target);
    return { email, visitor, body: { name: 'Ada', email, password, ...(values && { values }) } };
  };
  const signUp = async (values: Record<string, unknown>, meanwhile = async () => {}) => {
    const { email, visitor, body } = await person(values);
    const { flow, tag } = await visitor.succeed('startSignUp', body);
    await meanwhile();
    const code = await target.codeFor(email, tag);
    return { visitor, outcome: await visitor.succeed('verifySignUp', { flow, code }) };
  };
  const kept = async ({ visitor, outcome }: Awaited<ReturnType<typeof signUp>>) => {
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const accessToken = outcome.grant.access_token;
    const { values, missing } = await visitor.succeed('readProfile', undefined, { accessToken });
    return { values, missing };
  };

  it('stands in the public facts, in all languages, without what is for customers', async () => {
    const { signUp: facts } = await (await Visitor.arrive(target)).succeed('readPortal');
    const { apps: _, signUp: __, ...shownPhone } = { ...phone };
    const { signUp: ___, ...shownTerms } = terms;
    const { signUp: ____, ...shownHome } = home;
    expect(facts).toEqual({ open: true, fields: [shownTerms, shownPhone, shownHome] });
    await ask({ profileFields: [later] });
    expect((await (await Visitor.arrive(target)).succeed('readPortal')).signUp).toEqual({ open: true });
  });

  it('is refused where it is wrong, missing or not asked, at each pointer, and no mail goes out', async () => {
    const { email, visitor, body } = await person();
    const refused = async (values: Record<string, unknown> | undefined) =>
      (await visitor.refused('startSignUp', 'invalid-input', { ...body, ...(values && { values }) })).errors;
    const missing = { pointer: '/values/terms', code: 'required' };
    expect(await refused(undefined)).toEqual([missing]);
    expect(await refused({ terms: false })).toEqual([missing]);
    expect(
      await refused({ terms: true, phone: '12', town: 'Bath', home: { street: 'Mill Lane 1' }, 'a/b': 1 }),
    ).toEqual([
      { pointer: '/values/a~1b', code: 'unknown-field' },
      { pointer: '/values/home/city', code: 'required' },
      { pointer: '/values/phone', code: 'phone-invalid' },
      { pointer: '/values/town', code: 'unknown-field' },
    ]);
    const all = await visitor.refused('startSignUp', 'invalid-input', { ...body, name: ' ', email: 'x' });
    expect(all.errors?.map(({ pointer }) => pointer)).toEqual(['/name', '/email', '/values/terms']);
    expect(await portal.mailsTo(email)).toEqual([]);
  });

  it('is in the profile of the account from its first moment, and completes it', async () => {
    await putWebhook(portal.deps, business, 'crm', {
      url: 'https://hooks.example/',
      events: ['account.created', 'profile.completed'],
    });
    const address = { street: 'Mill Lane 1', city: 'Bath', country: 'GB' };
    const whole = await signUp({ terms: true, phone: '0044 20 7946 0000', home: address });
    expect(await kept(whole)).toEqual({
      values: { name: 'Ada', terms: true, phone: '+44 20 7946 0000', home: address },
      missing: [],
    });
    const told = await current().db.selectFrom('webhook_deliveries').select('type').execute();
    expect(told.map(({ type }) => type).sort()).toEqual(['account.created', 'profile.completed']);
  });

  it('is not kept where the business has ceased to ask it, or asks otherwise, before the code came', async () => {
    const started = await signUp({ terms: true, phone: '+442079460000' }, async () => {
      await ask({ profileFields: [{ ...later, name: 'phone', maxLength: 3 }] });
    });
    expect((await kept(started)).values).toEqual({ name: 'Ada' });
  });

  it('is dropped with the password where the email has an account already', async () => {
    await ask({ allowDuplicateAccounts: false });
    const { email, visitor, body } = await person({ terms: true });
    const first = await visitor.succeed('startSignUp', body);
    const grant = await visitor.succeed('verifySignUp', {
      flow: first.flow,
      code: await target.codeFor(email, first.tag),
    });
    if (grant.outcome !== 'signed-in') throw new Error(grant.outcome);
    const again = await visitor.succeed('startSignUp', {
      ...body,
      values: { terms: true, phone: '+442079460000' },
    });
    const outcome = await visitor.succeed('verifySignUp', {
      flow: again.flow,
      code: await target.codeFor(email, again.tag),
    });
    expect(outcome.outcome).toBe('choose-account');
    const { values } = await visitor.succeed('readProfile', undefined, {
      accessToken: grant.grant.access_token,
    });
    expect(values).toEqual({ name: 'Ada', terms: true });
  });
});
