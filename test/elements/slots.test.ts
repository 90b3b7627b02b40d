import { expect } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { lookAt, type PreviewPage } from '../support/preview-page.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Puts something of the page's own into each of these slots. */
function fill(element: HTMLElement, names: string[]): HTMLElement[] {
  return names.map((name) => {
    const own = document.createElement('p');
    own.slot = name;
    own.textContent = `own ${name}`;
    element.append(own);
    return own;
  });
}

/** As the eye reads them: what is seen, from top to bottom. */
const fromTop = (elements: HTMLElement[]) =>
  elements
    .filter((one) => one.checkVisibility())
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((one) => one.slot);

describe('what the page puts into a slot', () => {
  let page: PreviewPage | undefined;
  before(() => definePortalElements());
  afterEach(() => page?.remove());
  after(() => history.replaceState(null, '', location.pathname + location.search));

  const forms = {
    'portal-login': [
      'password',
      'password:credentials-invalid',
      'request-code',
      'code:wrong',
      'new-password',
    ],
    'portal-signup': ['details', 'details:required', 'code'],
    'portal-account-picker': ['confirm', 'code'],
  };
  for (const [tag, screens] of Object.entries(forms))
    it(`stands in its place in every step of <${tag}>`, async () => {
      const { element, change } = (page = await lookAt(tag, ''));
      const order = ['logo', 'heading', 'before-form', 'form', 'after-form', 'legal', 'footer'];
      const own = fill(
        element,
        order.filter((name) => name !== 'form'),
      );
      for (const screen of screens) {
        await change(screen);
        const form = element.querySelector<HTMLElement>(':scope > form[slot=form]')!;
        expect(fromTop([form, ...own]), screen).to.deep.equal(order);
        expect(
          own.every(({ parentNode }) => parentNode === element),
          `${screen}: they are still there`,
        ).to.equal(true);
        const ways = element.shadowRoot!.querySelector<HTMLElement>('.actions')!.getBoundingClientRect();
        const after = own.find(({ slot }) => slot === 'after-form')!.getBoundingClientRect();
        expect(after.bottom, screen).to.be.at.most(ways.top + 1);
      }
    });

  it('stands around the fields of the profile', async () => {
    const { element } = (page = await lookAt('portal-profile', 'ready'));
    const own = fill(element, ['after-form', 'before-form', 'heading', 'footer']);
    const form = element.querySelector<HTMLElement>(':scope > form[slot=form]')!;
    expect(fromTop([form, ...own])).to.deep.equal(['heading', 'before-form', 'form', 'after-form', 'footer']);
  });

  for (const tag of ['portal-courses', 'portal-communities', 'portal-activity', 'portal-affiliate'])
    it(`says instead of <${tag}> that there is nothing, and only then`, async () => {
      const { element, change } = (page = await lookAt(tag, 'ready'));
      const own = fill(element, ['empty']);
      expect(fromTop(own), 'there is something').to.deep.equal([]);
      await change('empty');
      expect(fromTop(own)).to.deep.equal(['empty']);
      const ours = element.shadowRoot!.querySelector('[part=empty]');
      expect(ours?.checkVisibility() ?? false, 'ours').to.equal(false);
      await change('ready');
      expect(fromTop(own), 'there is something again').to.deep.equal([]);
    });

  it('stands on the home of the hub, and on no other place', async () => {
    const { element, change } = (page = await lookAt('portal-hub', 'home'));
    const own = fill(element, ['home', 'heading', 'footer']);
    const greeting = element.shadowRoot!.querySelector('[part=greeting]')!;
    expect(fromTop(own)).to.deep.equal(['heading', 'home', 'footer']);
    expect(greeting.checkVisibility(), 'ours').to.equal(false);
    await change('courses');
    expect(fromTop(own)).to.deep.equal(['footer']);
    await change('home');
    expect(fromTop(own)).to.deep.equal(['heading', 'home', 'footer']);
  });

  it('finds a home that is never bare, of its whole width', async () => {
    const { element } = (page = await lookAt('portal-hub', 'home:empty'));
    const activity = element.querySelector('portal-activity')!;
    await waitUntil(
      () => activity.matches(':state(empty)') && activity.checkVisibility(),
      'It says that there is nothing',
    );
    const [outer, inner] = [element, activity].map((one) => one.getBoundingClientRect()) as [
      DOMRect,
      DOMRect,
    ];
    expect(inner.width).to.be.closeTo(outer.width, 1);
  });

  for (const [tag, name] of [
    ['portal-app-switcher', 'Apps'],
    ['portal-account-menu', 'Mira Hollis'],
  ] as const)
    it(`is the picture on the button of <${tag}>, which keeps its name`, async () => {
      const { element } = (page = await lookAt(tag, 'ready'));
      const button = element.shadowRoot!.querySelector<HTMLElement>('.opener')!;
      const ours = button.querySelector<HTMLElement>('slot[name=icon] > *')!;
      const own = document.createElement('img');
      own.alt = '';
      own.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>';
      own.slot = 'icon';
      element.append(own);
      await waitUntil(() => own.getBoundingClientRect().width > 0, 'It is drawn');
      expect(ours.checkVisibility(), 'ours').to.equal(false);
      const [outer, inner] = [button, own].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect];
      expect(inner.left, 'on the button').to.be.within(outer.left, outer.right);
      expect(button.querySelector('.heard')!.textContent).to.contain(name);
      button.click();
      await waitUntil(() => element.matches(':state(open)'), 'It still opens');
      expect(own.checkVisibility()).to.equal(true);
    });
});
