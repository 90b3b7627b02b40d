import '../support/visible-keepalive.ts';
import { expect } from '@open-wc/testing';
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import { define } from '../../src/define.ts';
import { withSignOn } from '../../src/i18n/sign-on/en.ts';
import { withProfile } from '../../src/i18n/profile/en.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { register } from '../support/register.ts';
import { client, putApps } from '../support/switcher-page.ts';
import { until, Visitor } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();
const strings = withSignOn(words);
const name = 'Courses';

let sent: { action: string; fields: [string, unknown][] }[] = [];
const { submit } = HTMLFormElement.prototype;
beforeEach(() => {
  sent = [];
  // The test would be gone with its page.
  HTMLFormElement.prototype.submit = function send(this: HTMLFormElement) {
    sent.push({ action: this.action, fields: [...new FormData(this)] });
  };
});
afterEach(() => {
  HTMLFormElement.prototype.submit = submit;
});

interface Options {
  settings?: Partial<BusinessSettings>;
  access?: 'everyone' | 'listed';
  attributes?: string;
  isIn?: boolean;
}

async function open({ settings = {}, access = 'everyone', attributes = '', isIn = false }: Options = {}) {
  const backend = await portal().addBusiness(settings);
  const { id: businessId } = (await portal().storage.businesses.bySlug(backend.split('/').pop() ?? ''))!;
  await putApps(portal(), businessId, [{ id: 'courses', name, client, access }]);
  const account = await register(portal(), backend);
  const { email, password } = account;
  if (isIn) await sharedSession(backend).signInWithPassword({ email, password });
  await define(new Set(['portal-sign-on']));
  const page = await openPage(
    backend,
    `<portal-sign-on app="courses" app-name="${name}" heading-level="1" ${attributes}>
      <portal-login slot="signed-out"></portal-login>
    </portal-sign-on>`,
  );
  const element = page.element('portal-sign-on');
  const person = new Visitor(element);
  const form = page.visitor('portal-login');
  const logIn = async () => {
    await until(() => form.field(words.email), 'There is a form');
    await form.types(words.email, email);
    await form.types(words.password, password);
    await form.presses(words.logIn);
  };
  const reads = (text: string) => until(() => person.heading === fill(text, { name }), `It says "${text}"`);
  const isSent = () => until(() => sent.length > 0, 'The ticket is sent');
  return { backend, account, page, element, person, form, logIn, reads, isSent };
}

describe('<portal-sign-on>', () => {
  it('T26: takes who logs in to the app at once: a ticket, posted to the page’s own address', async () => {
    const { element, logIn, isSent } = await open();
    await logIn();
    await isSent();
    expect(sent).to.have.length(1);
    expect(sent[0]?.action).to.equal(location.href);
    expect(sent[0]?.fields.map(([field]) => field)).to.deep.equal(['ticket']);
    expect(sent[0]?.fields[0]?.[1]).to.match(/^[\w-]{43}$/);
    expect(element.shadowRoot?.querySelector('form')).to.equal(null);
  });

  it('T26: asks who was logged in before, by name, and does nothing by itself', async () => {
    const { account, element, person, reads, isSent } = await open({ isIn: true });
    await reads(strings.signOn);
    await until(() => person.everything.includes(account.email), 'It says who');
    expect(person.everything).to.include(account.name);
    await expect(element).to.be.accessible();
    expect(sent).to.have.length(0);
    await person.presses(strings.signOnNow);
    await isSent();
  });

  it('lets somebody else log in instead', async () => {
    const { person, logIn, reads, isSent } = await open({ isIn: true });
    await reads(strings.signOn);
    await person.presses(strings.otherAccount);
    expect(sent).to.have.length(0);
    await logIn();
    await isSent();
  });

  it('T26: asks for a new log-in where the app wants one, and ends the old one only by the visitor’s own click', async () => {
    const { backend, person, logIn, reads, isSent } = await open({ isIn: true, attributes: 'fresh' });
    await reads(strings.signOnFresh);
    expect(person.button(strings.signOnNow)).to.equal(undefined);
    expect(sharedSession(backend).state.status).to.equal('signed-in');
    await person.presses(strings.logInAgain);
    await logIn();
    await isSent();
  });

  it('says plainly that an account may not use the app', async () => {
    const { element, person, logIn, reads } = await open({ access: 'listed' });
    await logIn();
    await reads(strings.signOnRefused);
    expect(person.button(strings.signOnNow)).to.equal(undefined);
    expect(person.button(strings.otherAccount)).not.to.equal(undefined);
    await expect(element).to.be.accessible();
    expect(sent).to.have.length(0);
  });

  it('asks for what the profile lacks, and goes on from there', async () => {
    const terms = { name: 'terms', type: 'checkbox', label: { en: 'Terms' }, required: true } as const;
    const { page, logIn, isSent } = await open({ settings: { profileFields: [terms] } });
    await logIn();
    const profile = await until(
      () => page.root.querySelector<HTMLElement>('portal-profile') ?? undefined,
      'It asks',
    );
    const person = new Visitor(profile);
    (await until(() => person.field('Terms'), 'There is the field')).click();
    const onward = fill(withProfile(words).profileContinue, { app: name });
    (await until(() => person.button(onward), 'There is a way on')).click();
    await isSent();
  });
});
