/** What an incomplete profile keeps closed, and in which language an account is spoken to. */
import { beforeAll, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import type { Business, BusinessSettings } from '../../src/domain/business.ts';
import { arrive, Browser, ChildApp, customer as newCustomer, putApp, site } from '../support/child-app.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const customer = async (target: Target) => {
  const person = await newCustomer(target);
  return { ...person, accessToken: person.grant.access_token };
};

const backend = `${publicUrl}/acme`;
const fields: BusinessSettings['profileFields'] = [
  { name: 'phone', type: 'phone', label: { en: 'Phone', de: 'Telefon' }, help: { en: 'With +' } },
  {
    name: 'size',
    type: 'select',
    label: { en: 'Size', de: 'Größe' },
    options: [{ value: 's', label: { en: 'Small', de: 'Klein' } }],
  },
];
const required = fields.map((field) => ({ ...field, required: true }));

describeStorage('the profile', (current) => {
  let portal: TestPortal;
  let target: Target;
  let secret: string;
  let business: Business;
  const ask = (profileFields: BusinessSettings['profileFields']) =>
    portal.putBusiness('acme', { origins: [site], languages: ['en', 'de'], profileFields });
  const send = (request: Request) => portal.fetch(request);
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    business = await ask([]);
    target = { ...(await conformanceTarget(portal)), backend };
    secret = await putApp(portal.deps, business, 'courses');
  });
  const save = (
    { visitor, accessToken }: { visitor: Visitor; accessToken: string },
    values: Record<string, unknown>,
  ) => visitor.succeed('saveProfile', { values }, { accessToken });

  it('that lacks something keeps an app closed at every door: a ticket, a cookie, a session, a token', async () => {
    await ask([]);
    const person = await customer(target);
    const [app, browser] = [await ChildApp.discover(backend, 'courses', secret, send), new Browser(send)];
    const tokens = await arrive(app, browser, await person.launch('courses'));
    const [asked, redeemed] = [await person.launch('courses'), await person.launch('courses')];
    const late = new Browser(send);
    expect((await late.launch(redeemed)).status).toBe(303);

    await ask(required);
    const token = { accessToken: person.accessToken };
    const overrides = { ...token, parameters: { id: 'courses' } };
    await person.visitor.refused('launchApp', 'profile-incomplete', undefined, overrides);
    expect((await new Browser(send).launch(asked)).status).toBe(400);
    const shut = await late.go(await app.begin());
    expect([shut.url.startsWith(backend), shut.response.status]).toEqual([true, 400]);
    const silent = await browser.go(await app.begin({ prompt: 'none' }));
    expect(new URL(silent.url).searchParams.get('error')).toBe('login_required');
    await expect(app.userInfo(tokens.access_token, person.account.id)).rejects.toMatchObject({ status: 401 });

    await save(person, { phone: '+442079460000' });
    await person.visitor.refused('launchApp', 'profile-incomplete', undefined, overrides);
    await save(person, { size: 's' });
    await arrive(app, new Browser(send), await person.launch('courses'));
  });

  it('asks again for what is no longer good enough', async () => {
    await ask(required);
    const person = await customer(target);
    await save(person, { phone: '+442079460000', size: 's' });
    await ask([
      { ...required[1]!, options: [{ value: 'm', label: { en: 'Medium' } }] },
      ...required.slice(0, 1),
    ]);
    const { missing, values } = await person.visitor.succeed('readProfile', undefined, {
      accessToken: person.accessToken,
    });
    expect(missing).toEqual(['size']);
    expect(values).toMatchObject({ size: 's', phone: '+44 20 7946 0000' });
  });

  it('of one account is not that of its sibling', async () => {
    await ask(required);
    const [one, other] = [await customer(target), await customer(target)];
    await save(one, { phone: '+442079460000', size: 's' });
    const { values } = await other.visitor.succeed('readProfile', undefined, {
      accessToken: other.accessToken,
    });
    expect(Object.keys(values)).toEqual(['name']);
  });

  it('is shown in the language that was chosen, or else in the browser’s; and so are mails', async () => {
    await ask(fields);
    const person = await customer(target);
    const labels = async (language: string) => {
      const headers = { 'Accept-Language': language };
      const profile = await person.visitor.succeed('readProfile', undefined, {
        accessToken: person.accessToken,
        headers,
      });
      return profile.fields.map(({ label, help, options }) => [label, help, options?.[0]?.label]);
    };
    // What is not there in a language is there in the first one.
    const german = [
      ['Telefon', 'With +', undefined],
      ['Größe', undefined, 'Klein'],
    ];
    expect(await labels('de-AT,en;q=0.5')).toEqual(german);
    expect((await labels('fr'))[0]?.[0]).toBe('Phone');
    await save(person, { locale: 'de' });
    expect(await labels('en')).toEqual(german);
    const stranger = await Visitor.arrive(target);
    await stranger.succeed(
      'requestSignInCode',
      { email: person.email },
      { headers: { 'Accept-Language': 'en' } },
    );
    expect((await portal.mailsTo(person.email)).at(-1)?.locale).toBe('de');
    await person.visitor.succeed('requestStepUpCode', undefined, {
      accessToken: person.accessToken,
      headers: { 'Accept-Language': 'en' },
    });
    expect((await portal.mailsTo(person.email)).at(-1)?.locale).toBe('de');
  });

  it('says nothing of a language that the business has given up', async () => {
    await ask(fields);
    const person = await customer(target);
    await save(person, { locale: 'de' });
    await portal.putBusiness('acme', { languages: ['en'], profileFields: fields });
    const { fields: shown } = await person.visitor.succeed('readProfile', undefined, {
      accessToken: person.accessToken,
    });
    expect(shown[0]?.label).toBe('Phone');
    await ask(fields);
  });

  it('is in the export, with the apps that it has been to, and fields that nobody asks for any more', async () => {
    await ask(fields);
    const person = await customer(target);
    await save(person, { phone: '0044 (0)20 7946-0000', size: 's' });
    await person.launch('courses');
    await ask([]);
    const { profile, apps, account } = await person.visitor.succeed('exportAccount', undefined, {
      accessToken: person.accessToken,
    });
    expect(profile).toEqual({ phone: '+442079460000', size: 's' });
    expect(apps).toEqual([{ id: 'courses', name: 'Courses' }]);
    expect(account).toMatchObject({ email: person.email, hasPassword: true });
  });
});
