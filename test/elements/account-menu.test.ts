import '../support/visible-keepalive.ts';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { numbers } from '../../server/src/domain/numbers.ts';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { password, register } from '../support/register.ts';
import { isOpened, until } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();
const second = 'Second Account';

/** Somebody with two accounts on one email, who is logged in to the first. */
async function menuPage(content = '<portal-account-menu></portal-account-menu>', isIn = true) {
  await definePortalElements();
  const backend = await portal().addBusiness({});
  const { email, name } = await register(portal(), backend, { name: 'Ada Q. Baker' });
  await register(portal(), backend, { name: second, email });
  const store = sharedSession(backend);
  const enter = async () => {
    await store.signInWithPassword({ email, password });
    const { state } = store;
    if (state.status !== 'choosing') throw new Error('There are two accounts to choose from');
    await store.chooseAccount({
      handle: state.choice.accounts.find((one) => one.name === name)?.handle ?? '',
    });
  };
  if (isIn) await enter();
  const before = portal().requests.length;
  const root = await fixture<HTMLElement>(
    `<portal-provider backend="${backend}">${content}</portal-provider>`,
  );
  const element = root.querySelector('portal-account-menu')!;
  const inside = element.shadowRoot!;
  const find = (selector: string) => inside.querySelector<HTMLElement>(selector);
  const button = (label: string) =>
    [...inside.querySelectorAll<HTMLElement>('.panel button, .panel a')].find((one) =>
      one.textContent.replaceAll(/\s+/g, ' ').includes(label),
    );
  const open = async () => {
    await until(() => find('.opener'), 'The button is there');
    find('.opener')?.click();
    await until(() => isOpened(find('.panel')), 'The menu is open');
  };
  const requests = () =>
    portal()
      .requests.slice(before)
      .filter((one) => one !== 'readPortal');
  return { backend, root, store, enter, email, name, element, inside, find, button, open, requests };
}

const nameOf = ({ state }: { state: { status: string; account?: { name: string } } }) => state.account?.name;

describe('the account menu', () => {
  it('says who is logged in, with the initials of the first and the last name', async () => {
    const page = await menuPage();
    await page.open();
    expect(page.find('.opener .avatar')?.textContent).to.equal('AB');
    expect(page.find('.opener')?.textContent).to.include(`Account: ${page.name}`);
    expect(page.find('.who')?.textContent).to.include(page.name).and.to.include(page.email);
    await until(() => page.button(second), 'The other account is there');
    expect(page.button(second)?.textContent).to.include(words.createdOn.split('{')[0]);
    expect(page.requests()).to.deep.equal(['readMe']);
    await expect(page.element).to.be.accessible();
    expect(page.button('Profile'), 'there is no profile on this page').to.equal(undefined);
  });

  it('switches with one press, closes, and lists the first account then', async () => {
    const page = await menuPage();
    await page.open();
    (await until(() => page.button(second), 'Offered')).click();
    await until(() => nameOf(page.store) === second, 'Switched');
    await until(() => !page.find('.panel')?.matches(':popover-open'), 'Closed');
    await page.open();
    await until(() => page.button(page.name), 'The way back');
    expect(page.button(second)).to.equal(undefined);
    expect(page.requests().filter((one) => one === 'readMe')).to.have.length(2);
  });

  it('asks for the password once the log-in is too long ago, in a form that password managers find', async () => {
    const page = await menuPage();
    await page.open();
    await until(() => page.button(second), 'Offered');
    portal().clock.advance(numbers.switchFresh + 1000);
    page.button(second)?.click();
    const input = await until(
      () =>
        page.root.querySelector<HTMLInputElement>('portal-account-picker input[type=password]') ?? undefined,
      'The password is asked for',
    );
    expect(input.getRootNode()).to.equal(document);
    const picker = page.root.querySelector('portal-account-picker')!;
    expect(picker.shadowRoot?.textContent).to.include(fill(words.switchTo, { name: second }));
    input.value = password;
    [...picker.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes(words.switchAction))
      ?.click();
    await until(() => nameOf(page.store) === second, 'Switched');
    await until(() => !page.root.querySelector('portal-account-picker'), 'The form is gone');
  });

  it('leads to the profile on the page, unless the page does so itself', async () => {
    const page = await menuPage('<portal-account-menu profile-url="/profile"></portal-account-menu>');
    await page.open();
    const link = await until(() => page.button('Profile'), 'A link');
    expect(link.getAttribute('href')).to.equal('/profile');
    page.element.addEventListener('portal-navigate', (event) => event.preventDefault(), { once: true });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    expect(link.dispatchEvent(click), 'the page took it').to.equal(false);
  });

  it('logs out, and nothing of the person is left', async () => {
    const page = await menuPage();
    await page.open();
    (await until(() => page.button(words.logOut), 'Offered')).click();
    await until(() => !page.find('.opener'), 'Gone');
    expect(page.inside.textContent).not.to.include(page.name);
  });

  it('is shut by a log-out, and opens for who logs in next', async () => {
    const page = await menuPage();
    await page.open();
    await page.store.signOut();
    await until(() => !page.find('.opener'), 'Gone');
    await page.enter();
    const opener = await until(() => page.find('.opener') ?? undefined, 'The button is there');
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    page.element.open();
    await until(() => isOpened(page.find('.panel')), 'The menu is open');
    await until(() => opener.getAttribute('aria-expanded') === 'true', 'It says so');
  });

  it('is seen also where a script of the page has read its style while it opened', async () => {
    const page = await menuPage();
    await until(() => page.button(second), 'Loaded');
    const panel = page.find('.panel')!;
    panel.addEventListener('beforetoggle', () => void getComputedStyle(panel).opacity, { once: true });
    await page.open();
  });

  it('is moved in by keys, and gives the focus back', async () => {
    const page = await menuPage();
    await until(() => page.button(second), 'Loaded');
    page.find('.opener')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => page.inside.activeElement?.textContent?.includes(second), 'On the other account');
    await sendKeys({ press: 'End' });
    expect(page.inside.activeElement?.textContent).to.include(words.logOut);
    await sendKeys({ press: 'ArrowUp' });
    expect(page.inside.activeElement?.textContent).to.include(second);
    await sendKeys({ press: 'Escape' });
    await until(() => page.inside.activeElement === page.find('.opener'), 'Back on the button');
  });
});

describe('the bar', () => {
  const content = '<portal-bar><a href="#bread">Bread</a></portal-bar>';

  it('has the brand, the site’s links, the apps and the account', async () => {
    const page = await menuPage(content);
    await page.open();
    const bar = page.root.querySelector('portal-bar')!;
    await until(() => bar.shadowRoot?.querySelector('.brand')?.textContent?.includes('Hearth'), 'The name');
    expect(page.root.querySelector('portal-app-switcher')?.slot).to.equal('portal-app-switcher');
    expect(bar.shadowRoot?.querySelector('.log-in')).to.equal(null);
    await until(() => page.button(second), 'The other account');
    await expect(bar).to.be.accessible();
    expect(page.requests()).to.deep.equal(['readMe']);
  });

  it('takes the page’s own switcher where it has one', async () => {
    const page = await menuPage(
      '<portal-bar><portal-app-switcher current="shop"></portal-app-switcher></portal-bar>',
    );
    expect(page.root.querySelectorAll('portal-app-switcher')).to.have.length(1);
    expect(page.root.querySelectorAll('portal-account-menu')).to.have.length(1);
  });

  it('leads who is not logged in to the form on the page, unless the page does so itself', async () => {
    const page = await menuPage(`${content}<portal-login></portal-login>`, false);
    const bar = page.root.querySelector('portal-bar')!;
    const logIn = () => bar.shadowRoot?.querySelector<HTMLElement>('.log-in') ?? undefined;
    (await until(logIn, 'Offered')).click();
    await until(
      () => page.root.querySelector('portal-login')?.contains(document.activeElement),
      'In the form',
    );
    (document.activeElement as HTMLElement).blur();
    bar.addEventListener('portal-navigate', (event) => event.preventDefault(), { once: true });
    logIn()?.click();
    expect(document.activeElement).to.equal(document.body);
  });
});
