import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../../src/define.ts';
import { pageLanguage } from '../../src/internal/page-language.ts';
import { account } from '../support/answers.ts';
import { answer, useScriptedBackend } from '../support/scripted-backend.ts';
import { waitUntil } from '../support/wait-until.ts';

const backend = useScriptedBackend();

/** What the form's own button says. */
const says = (host: Element) => host.querySelector('button[type=submit]')?.textContent?.trim();
const card = (host: Element) => host.shadowRoot!.querySelector('.card')!;
const speaks = (host: Element, text: string) => waitUntil(() => says(host) === text, text);

const page = (content: unknown) =>
  fixture(html`<portal-provider backend=${backend.url}>${content}</portal-provider>`);

describe('languages', () => {
  // First: a name is defined once.
  it('are there before the first form is: nothing is said in English first', async () => {
    const region = await page(html`<section lang="de"><portal-login></portal-login></section>`);
    const login = region.querySelector('portal-login')!;
    const seen = new Set<string | undefined>();
    const watch = new MutationObserver(() => seen.add(says(login)));
    watch.observe(login, { childList: true, subtree: true });
    await define(new Set(['portal-provider', 'portal-login']));
    await speaks(login, 'Anmelden');
    watch.disconnect();
    seen.delete(undefined);
    expect([...seen]).to.deep.equal(['Anmelden']);
    expect(card(login).getAttribute('lang')).to.equal('de');
  });

  it('follow the nearest lang, of a region, of the element, and through shadow trees', async () => {
    const region = await page(
      html`<div lang="de">
        <portal-login></portal-login><portal-login lang="en"></portal-login>
        <div></div>
      </div>`,
    );
    const [german, english] = [...region.querySelectorAll('portal-login')];
    await speaks(german!, 'Anmelden');
    expect(says(english!)).to.equal('Log in');
    const shadow = region.querySelector('div > div')!.attachShadow({ mode: 'open' });
    const inside = document.createElement('portal-login');
    shadow.append(inside);
    await speaks(inside, 'Anmelden');
    inside.lang = 'ar';
    await waitUntil(() => card(inside).getAttribute('lang') === 'ar');
    await speaks(inside, 'تسجيل الدخول');
  });

  it('switch while the page stands, and leave what was typed', async () => {
    const region = await page(html`<div lang="en"><portal-login></portal-login></div>`);
    const login = region.querySelector('portal-login')!;
    await waitUntil(() => login.querySelector('input'));
    login.querySelector('input')!.value = 'ada@example.com';
    for (const [lang, text, direction] of [
      ['de-AT', 'Anmelden', 'ltr'],
      ['ar', 'تسجيل الدخول', 'rtl'],
      ['en-GB', 'Log in', 'ltr'],
    ] as const) {
      region.querySelector('div')!.lang = lang;
      await speaks(login, text);
      expect(card(login).getAttribute('lang')).to.equal(lang);
      expect(card(login).getAttribute('dir')).to.equal(direction);
      expect(getComputedStyle(login.querySelector('input')!).direction).to.equal(direction);
    }
    expect(login.querySelector('input')!.value).to.equal('ada@example.com');
  });

  it('leave the direction to a page that has set it', async () => {
    const region = await page(html`<div lang="ar" dir="rtl"><portal-login></portal-login></div>`);
    const login = region.querySelector('portal-login')!;
    await speaks(login, 'تسجيل الدخول');
    expect(card(login).hasAttribute('dir')).to.equal(false);
    expect(getComputedStyle(card(login)).direction).to.equal('rtl');
  });

  it('stay English where a language is not among them, or is no language', async () => {
    for (const lang of ['fi', 'zh-TW', '', 'de\u00e9', 'x y']) {
      const region = await page(html`<div lang=${lang}><portal-login></portal-login></div>`);
      const login = region.querySelector('portal-login')!;
      await speaks(login, 'Log in');
      expect(card(login).getAttribute('lang')).to.equal('en');
    }
  });

  it('give way to the words of the site', async () => {
    const region = await fixture(
      html`<portal-provider backend=${backend.url} .strings=${{ logIn: 'Rein!' }} lang="de"
        ><portal-login></portal-login
      ></portal-provider>`,
    );
    const login = region.querySelector('portal-login')!;
    await speaks(login, 'Rein!');
    expect(login.querySelector('label')!.textContent!.trim()).to.equal('E-Mail-Adresse');
  });

  it('travel with each request, for the mails', async () => {
    backend.on('signInWithPassword', answer('signInWithPassword', { outcome: 'sign-in', account } as never));
    const region = await page(html`<div lang="de-CH"><portal-login></portal-login></div>`);
    const login = region.querySelector('portal-login')!;
    await speaks(login, 'Anmelden');
    const [email, password] = login.querySelectorAll('input');
    email!.value = 'ada@example.com';
    password!.value = 'a loaf under the arm';
    login.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await waitUntil(() => backend.count('signInWithPassword'));
    const { request } = backend.received.find(({ name }) => name === 'signInWithPassword')!;
    expect(request.headers.get('Accept-Language')).to.equal('de-CH');
    expect(pageLanguage.tag).to.equal('de-CH');
  });
});
