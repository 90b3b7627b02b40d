import { expect, fixture, html } from '@open-wc/testing';
import './test-form.ts';
import type { TestForm } from './test-form.ts';

/** What the page may reach: everything of ours that stands in the light DOM. */
const parts = ['form', 'portal-field', 'label', 'input', 'p', 'portal-action', 'button'];
/** On purpose: a guest takes over the page's direction. */
const inherited = new Set(['direction']);

const hostile: Record<string, string> = {
  'everything unset': '* { all: unset !important }',
  'fields hidden': 'input, form, label, portal-field, portal-action { display: none !important }',
  'sizes by rem':
    'html { font-size: 62.5% } input, button { font-size: 4rem !important; height: 9rem !important }',
  'a layered reset':
    '@layer reset { * { margin: 9px !important; padding: 9px !important; border: 5px solid red !important } }',
  'rules by ID':
    '#test-email, #test-password { position: fixed !important; opacity: 0 !important; width: 1px !important }',
  'inherited type':
    '* { letter-spacing: 9px !important; text-transform: uppercase !important; line-height: 3 !important; text-align: center !important; visibility: visible; cursor: wait !important }',
  'a form framework':
    'form { display: grid; gap: 3rem } label { display: inline-block; float: left; font-weight: 900 } input:not([type=checkbox]) { background: pink; border-radius: 99px; box-shadow: 0 0 9px red } button[type=submit] { background: lime; transform: rotate(9deg) } p { margin: 3em; color: lime }',
};

function look(element: TestForm): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const part of parts) {
    const style = getComputedStyle(element.querySelector(part)!);
    for (const name of style) {
      if (!inherited.has(name) && !name.startsWith('--'))
        seen[`${part} ${name}`] = style.getPropertyValue(name);
    }
    for (const pseudo of ['::before', '::after'])
      seen[`${part}${pseudo}`] = getComputedStyle(element.querySelector(part)!, pseudo).content;
  }
  return seen;
}

describe('the shield', () => {
  let sheet: HTMLStyleElement;
  beforeEach(() => document.head.append((sheet = document.createElement('style'))));
  afterEach(() => sheet.remove());

  const open = async () => {
    const element = await fixture<TestForm>(html`<test-form .error=${'Wrong'}></test-form>`);
    // The two looks are compared: a transition that is under way would differ.
    element.style.setProperty('--_motion', '0s');
    return element;
  };

  for (const [name, css] of Object.entries(hostile)) {
    it(`keeps label, input, note and button as they are: ${name}`, async () => {
      const element = await open();
      const before = look(element);
      sheet.textContent = css;
      const after = look(element);
      const changed = Object.keys(before).filter((key) => before[key] !== after[key]);
      expect(changed.map((key) => `${key}: ${before[key]} → ${after[key]}`)).to.deep.equal([]);
    });
  }

  it('lets no pseudo-element of the page in', async () => {
    const element = await open();
    sheet.textContent = '*::before, *::after { content: "HACK" !important; display: block !important }';
    for (const part of parts) {
      const found = element.querySelector(part)!;
      expect(getComputedStyle(found, '::before').display, part).to.equal('none');
      expect(getComputedStyle(found, '::after').display, part).to.equal('none');
    }
  });

  it('lets the theme through', async () => {
    const element = await open();
    sheet.textContent = 'test-form { --portal-accent: #ffd400 }';
    expect(getComputedStyle(element.querySelector('button')!).backgroundColor).to.equal('rgb(255, 212, 0)');
  });

  it('leaves 44 px to touch, whatever the size of the text', async () => {
    const element = await open();
    sheet.textContent = 'test-form { --portal-font-size: 10px }';
    for (const part of ['input', 'button'])
      expect(element.querySelector(part)!.getBoundingClientRect().height, part).to.be.at.least(44);
  });
});
