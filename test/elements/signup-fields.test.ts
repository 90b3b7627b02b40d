/** What the business asks already at sign-up, as a visitor meets it. */
import { expect } from '@open-wc/testing';
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import { withProfile } from '../../src/i18n/profile/en.ts';
import { readProfile } from '../../src/session/profile/profile.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { everyField } from '../support/profile-page.ts';
import { freshEmail, password } from '../support/register.ts';
import { until } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();
const asked = everyField.map((field) => ({ ...field, signUp: true }));

async function open(settings: Partial<BusinessSettings>) {
  const backend = await portal().addBusiness({ languages: ['en', 'de'], ...settings });
  const page = await openPage(backend, '<portal-signup></portal-signup>');
  const element = page.root.querySelector('portal-signup')!;
  const visitor = page.visitor('portal-signup');
  const named = (name: string) => element.querySelector<HTMLInputElement>(`[name="values/${name}"]`)!;
  const enter = (name: string, value: string) => {
    named(name).value = value;
    named(name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const note = (name: string) =>
    element.querySelector(`[id="${named(name).getAttribute('aria-describedby')}"]`)!.textContent!.trim();
  const wrong = () =>
    [...element.querySelectorAll('[aria-invalid=true]')].map((one) => one.getAttribute('name'));
  const email = freshEmail();
  await visitor.types(words.name, 'Ada Baker');
  await visitor.types(words.email, email);
  await visitor.types(words.password, password);
  return { backend, page, element, visitor, named, enter, note, wrong, email };
}

describe('signing up where more is asked', () => {
  it('asks it below the password, says what is wrong at each field, and the account begins with the answers', async () => {
    const { backend, element, visitor, named, enter, note, wrong, email } = await open({
      profileFields: asked,
    });
    await until(() => named('terms'), 'The fields are there');
    const order = [...element.querySelectorAll('input, select, textarea, button')];
    expect(order.indexOf(named('phone'))).to.equal(
      order.findIndex((one) => one.matches('[type=password]')) + 1,
    );
    expect(order.at(-1)!.matches('[type=submit]')).to.equal(true);
    expect(named('phone').autocomplete).to.equal('tel');
    expect(named('home/street').autocomplete).to.equal('address-line1');

    const before = portal().requests.length;
    enter('code', 'x');
    enter('home/street', 'Mill Lane 1');
    await visitor.presses(words.createAccount);
    await until(() => wrong().length > 0, 'What is wrong is marked');
    expect(wrong()).to.deep.equal([
      ...['values/phone', 'values/plan', 'values/code', 'values/home/city', 'values/terms'],
    ]);
    expect(note('phone')).to.equal(words.fields.required);
    expect(note('code')).to.include('Two letters and four digits');
    expect(note('terms')).to.equal(withProfile(words).tickRequired);
    expect(visitor.alert).to.equal('');
    expect(document.activeElement).to.equal(named('phone'));
    expect(portal().requests.length).to.equal(before);

    enter('phone', '0044 20 7946 0000');
    enter('plan', 'pro');
    enter('code', 'AB1234');
    enter('home/city', 'Bath');
    enter('home/country', 'GB');
    enter('about', 'Bakes.\nReads.');
    named('likes/buns').click();
    named('terms').click();
    await visitor.presses(words.createAccount);
    await visitor.sees(words.checkEmail);
    await visitor.types(words.code, await portal().mailbox.codeFor(email));
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);

    const member = await sharedSession(backend).member();
    const profile = await readProfile(member, new AbortController().signal);
    expect(profile.ok && profile.value.values).to.deep.equal({
      name: 'Ada Baker',
      phone: '+44 20 7946 0000',
      plan: 'pro',
      code: 'AB1234',
      home: { street: 'Mill Lane 1', city: 'Bath', country: 'GB' },
      likes: ['buns'],
      about: 'Bakes.\nReads.',
      terms: true,
    });
  });

  it('keeps every answer while the server refuses something else, and on the way back from the code', async () => {
    const { visitor, named, enter, note, wrong } = await open({
      profileFields: asked.filter(({ name }) => ['phone', 'plan', 'terms'].includes(name)),
    });
    await until(() => named('terms'), 'The fields are there');
    await visitor.types(words.email, 'ada at mail');
    enter('phone', '+442079460000');
    enter('plan', 'basic');
    named('terms').click();
    await visitor.presses(words.createAccount);
    await until(() => visitor.isInvalid(words.email), 'The email is marked');
    expect(wrong()).to.deep.equal(['email']);
    expect(note('phone')).to.not.equal(words.fields.required);
    await visitor.types(words.email, freshEmail());
    await visitor.presses(words.createAccount);
    await visitor.sees(words.checkEmail);
    await visitor.presses(words.otherEmail);
    await visitor.sees(words.createAccount);
    expect([named('phone').value, named('plan').value, named('terms').checked]).to.deep.equal([
      '+442079460000',
      'basic',
      true,
    ]);
  });

  it('asks in the language of the page, also when that changes', async () => {
    const { page, named } = await open({ profileFields: asked.filter(({ name }) => name === 'phone') });
    await until(() => named('phone'), 'The field is there');
    const label = () => page.root.querySelector('label[for$="values-phone"]')!.textContent!.trim();
    expect(label()).to.equal('Phone');
    named('phone').value = '+44';
    page.root.lang = 'de';
    await until(() => label() === 'Telefon', 'The label follows the page');
    expect(named('phone').value).to.equal('+44');
    page.root.lang = 'en';
    await until(() => label() === 'Phone', 'And back');
  });

  it('says in the alert what is asked since the form came, for no field is there to say it', async () => {
    const { backend, visitor } = await open({ profileFields: [] });
    const { businesses } = portal().storage;
    const business = (await businesses.bySlug(backend.split('/').at(-1)!))!;
    const rule = fill(words.passwordHint, { min: 8 });
    await until(() => visitor.note(words.password) === rule, 'The facts have come');
    await businesses.put({ ...business, settings: { ...business.settings, profileFields: asked } });
    await visitor.presses(words.createAccount);
    await visitor.isTold(words.problems['invalid-input']);
    expect(visitor.field(words.email)!.value).to.include('@');
  });
});
