import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { define } from '../../src/define.ts';
import { openOnClick } from '../../src/open-on-click.ts';
import { openPage, type Page } from '../support/page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { register } from '../support/register.ts';
import { until, Visitor } from '../support/visitor.ts';
import { recordWarnings } from '../support/warnings.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();
before(() => openOnClick(define));

const trigger = '<button data-portal-open="login"><b>Log in</b></button>';

describe('data-portal-open', () => {
  let backend: string;
  // One of its own for each: who has logged in once is logged in.
  beforeEach(async () => void (backend = await portal().addBusiness()));

  const show = (content = trigger) => openPage(backend, content);
  const click = (page: Page) =>
    page.root.querySelector<HTMLElement>('[data-portal-open] *, [data-portal-open]')!.click();
  const dialogIn = (page: Page) =>
    page.root.querySelector('portal-dialog')?.shadowRoot?.querySelector('dialog') ?? undefined;
  const isOpen = (page: Page) => dialogIn(page)?.matches(':modal');
  const form = async (page: Page, tag = 'portal-login') => {
    const visitor = new Visitor(
      await until(() => page.root.querySelector<HTMLElement>(tag) ?? undefined, tag),
    );
    await until(() => visitor.field(words.email), 'the form');
    return visitor;
  };
  const opened = async (page: Page) => {
    page.root.querySelector<HTMLElement>('[data-portal-open]')!.focus({ preventScroll: true });
    click(page);
    await until(() => isOpen(page), 'open');
    const visitor = await form(page);
    await until(() => document.activeElement?.matches('portal-dialog input'), 'the focus is in it');
    return visitor;
  };

  it('opens the element above the page, and gives the focus back; what was typed is there the next time', async () => {
    const page = await show(`${trigger}<div style="block-size: 300vh"></div>`);
    page.root.querySelector<HTMLElement>('[data-portal-open]')!.focus();
    scrollTo(0, 8);
    const { scrollY } = window;
    const visitor = await opened(page);
    expect(dialogIn(page)!.ariaLabel).to.equal('Log in');
    await visitor.types(words.email, 'ada@example.com');
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(page), 'closed');
    expect(document.activeElement).to.equal(page.root.querySelector('[data-portal-open]'));
    expect(window.scrollY).to.equal(scrollY);
    await opened(page);
    expect(visitor.field(words.email)!.value).to.equal('ada@example.com');
    expect(page.root.querySelectorAll('portal-login')).to.have.length(1);
  });

  it('closes by its button, and by a click beside it, but not by a selection that ends there', async () => {
    const page = await show();
    await opened(page);
    const dialog = dialogIn(page)!;
    const button = dialog.querySelector('button')!;
    await until(() => button.ariaLabel === words.close, 'its name');
    button.click();
    await until(() => !isOpen(page), 'closed by its button');
    await opened(page);
    dialog.querySelector('.inside')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog.click();
    expect(isOpen(page)).to.equal(true);
    dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog.click();
    expect(isOpen(page)).to.equal(false);
  });

  it('closes when the visitor has logged in', async () => {
    const account = await register(portal(), backend);
    const page = await show();
    const visitor = await opened(page);
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    await until(() => !isOpen(page), 'closed');
    expect(page.count('portal-signed-in')).to.equal(1);
  });

  it('keeps who wants to sign up in the dialog, whatever stands behind it', async () => {
    const page = await show(`${trigger}<portal-signup></portal-signup>`);
    const visitor = await opened(page);
    await visitor.presses(words.createAccount);
    const signUp = await until(
      () => page.root.querySelector<HTMLElement>('portal-dialog portal-signup') ?? undefined,
      'the form to sign up',
    );
    await until(() => signUp.contains(document.activeElement), 'the focus is in it');
    expect(isOpen(page)).to.equal(true);
  });

  it('leaves a link to the browser where somebody wants another tab, and to the page where that has dealt with it', async () => {
    const page = await show('<a href="#elsewhere" data-portal-open="login">Log in</a>');
    const link = page.root.querySelector('a')!;
    const pressed = (init: MouseEventInit) => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
      // So that no tab opens here.
      const isOurs = new Promise<boolean>((resolve) =>
        addEventListener('click', (late) => (resolve(late.defaultPrevented), late.preventDefault()), {
          once: true,
        }),
      );
      link.dispatchEvent(event);
      return isOurs;
    };
    expect(await pressed({ ctrlKey: true })).to.equal(false);
    expect(await pressed({ metaKey: true })).to.equal(false);
    expect(await pressed({})).to.equal(true);
    await until(() => isOpen(page), 'open');
    expect(location.hash).to.equal('');

    const dealt = await show();
    dealt.root.addEventListener('click', (event) => event.preventDefault());
    click(dealt);
    expect(dialogIn(dealt)).to.equal(undefined);
  });

  it('tells the site’s owner which names there are', async () => {
    const warnings = recordWarnings();
    const page = await show('<button data-portal-open="log-in">Log in</button>');
    click(page);
    await until(() => warnings.seen.length, 'a warning');
    expect(warnings.stop()[0]).to.include('data-portal-open="log-in"').and.include('"login"');
    expect(dialogIn(page)).to.equal(undefined);
  });

  it('has no accessibility problem', async () => {
    const page = await show();
    await opened(page);
    await until(() => dialogIn(page)!.querySelector('button')!.ariaLabel, 'the button’s name');
    await expect(page.root.querySelector('portal-dialog')).to.be.accessible();
  });
});
