/** T21: markup in every text that a backend sends, where it is shown. */
import { expect } from '@open-wc/testing';
import { account, flowStarted, grant, portal, selection } from '../support/answers.ts';
import { openPage, type Page } from '../support/page.ts';
import { answer, problem, raw, useScriptedBackend } from '../support/scripted-backend.ts';
import type { Visitor } from '../support/visitor.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();

/** Recognisable in a text, and an attack wherever it is taken for anything else. */
const hostile = (field: string) =>
  `${field}"'><img src=x onerror="isAttacked=true"><svg onload="isAttacked=true"></svg>\${1}{email}`;
const hostileUrl = (field: string) => `https://evil.example/"><img src=x onerror=isAttacked=true>#${field}`;

const evil = { ...account, name: hostile('account name'), email: hostile('account email') };
const evilGrant = grant(0, { session: { id: 'session-1', generation: 0, account: evil } });
const evilPortal = {
  ...portal,
  name: hostile('business'),
  languages: [hostile('language')],
  logo: hostileUrl('logo'),
  legal: { terms: hostileUrl('terms'), privacy: hostileUrl('privacy') },
};

/** Own parts of the widget aside, nothing stands there: no element, no attribute that a text has grown into. */
function isHarmless({ root }: Page) {
  const roots = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  for (const place of [root, ...roots]) {
    expect([...place.querySelectorAll('img')].filter((image) => image.part.value !== 'logo')).to.deep.equal(
      [],
    );
    expect([...place.querySelectorAll('[onerror], [onload]')]).to.deep.equal([]);
    for (const link of place.querySelectorAll('a')) expect(link.protocol).to.equal('https:');
  }
  expect('isAttacked' in window).to.equal(false);
}

const reads = (visitor: Visitor, text: string) =>
  until(() => visitor.everything.includes(text), `Reads ${text}`);

async function open(tag: 'portal-login' | 'portal-signup') {
  const page = await openPage(backend.url, `<${tag}></${tag}>`);
  const visitor = page.visitor(tag);
  await until(() => visitor.field(words.email), 'The form stands');
  return { page, visitor };
}

async function logsIn(visitor: Visitor) {
  await visitor.types(words.email, account.email);
  await visitor.types(words.password, 'correct horse');
  await visitor.presses(words.logIn);
}

describe('T21: markup in what a backend sends is shown as text:', () => {
  beforeEach(() => backend.on('readPortal', answer('readPortal', evilPortal)));

  it('the business’s name, logo and legal pages', async () => {
    const { page, visitor } = await open('portal-signup');
    await reads(visitor, evilPortal.name);
    const shadow = page.element('portal-signup').shadowRoot!;
    expect([...shadow.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      evilPortal.legal.terms,
      evilPortal.legal.privacy,
    ]);
    expect(shadow.querySelector('img')?.getAttribute('src')).to.equal(evilPortal.logo);
    isHarmless(page);
  });

  it('the account’s name and email, while they are chosen and once it is logged in', async () => {
    const choice = {
      ...selection,
      email: hostile('email'),
      accounts: [{ ...selection.accounts[0]!, handle: hostile('handle'), name: hostile('choice') }],
    };
    backend.on('signInWithPassword', raw(JSON.stringify({ outcome: 'choose-account', selection: choice })));
    backend.on('chooseAccount', answer('chooseAccount', evilGrant));
    const { page, visitor } = await open('portal-login');
    await logsIn(visitor);
    await visitor.sees(words.choose);
    expect(visitor.everything).to.include(choice.email);
    expect(visitor.everything).to.include(choice.accounts[0]!.name);
    isHarmless(page);
    page.element('portal-login').shadowRoot!.querySelector<HTMLElement>('[part=account]')!.click();
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(evil.name);
    expect(visitor.everything).to.include(evil.email);
    isHarmless(page);
  });

  it('the tag of a code, and a format that this version does not know', async () => {
    const flow = {
      ...flowStarted,
      flow: hostile('flow'),
      tag: hostile('tag'),
      codeFormat: hostile('format'),
    };
    backend.on('requestSignInCode', raw(JSON.stringify(flow)));
    const { page, visitor } = await open('portal-login');
    await visitor.types(words.email, account.email);
    await visitor.presses(words.codeInstead);
    await visitor.sees(words.checkEmail);
    expect(visitor.everything).to.include(flow.tag);
    isHarmless(page);
  });

  it('a problem’s own words, code and field errors, of which none is shown', async () => {
    const title = hostile('title');
    const errors = [{ pointer: hostile('pointer'), code: hostile('code') }];
    const more = { title, detail: title, type: title, code: hostile('code'), errors };
    backend.on('signInWithPassword', problem('invalid-input', more as object));
    const { page, visitor } = await open('portal-login');
    await logsIn(visitor);
    await visitor.isTold(words.problems.unexpected);
    expect(page.root.textContent).not.to.include('isAttacked');
    isHarmless(page);
  });
});
