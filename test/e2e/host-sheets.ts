/** Pages that the widget may stand in: style sheets that sites really load, and what would hurt most. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const file = (url: string) => readFileSync(fileURLToPath(url), 'utf8');

const frameworks: Record<string, string> = {
  'Bootstrap 5.3': file(import.meta.resolve('bootstrap/dist/css/bootstrap.min.css')),
  'Bulma 1.0': file(import.meta.resolve('bulma/css/bulma.min.css')),
  'Tailwind 4 (preflight)': file(import.meta.resolve('tailwindcss/preflight.css')),
  'Pico 2': file(import.meta.resolve('@picocss/pico/css/pico.min.css')),
  'normalize.css 8': file(import.meta.resolve('normalize.css/normalize.css')),
  'water.css 2': file(import.meta.resolve('water.css/out/water.min.css')),
};

const hostile: Record<string, string> = {
  'everything unset': '* { all: unset !important }',
  'fields and forms hidden':
    'input, button, form, label, p, portal-field, portal-action { display: none !important }',
  'everything boxed':
    '* { margin: 9px !important; padding: 9px !important; border: 5px solid red !important }',
  'rem of 10 pixels': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'large type':
    'html, body { font-size: 40px !important } input, button, label, p { font-size: 4rem !important; height: 9rem !important }',
  'content boxes, spaced letters': '* { box-sizing: content-box !important; letter-spacing: 3px !important }',
  'text of its own':
    '*:not(option) { text-transform: uppercase !important; line-height: 3 !important; text-align: center !important; color: red !important; text-indent: 2em !important; word-spacing: 9px !important; white-space: pre !important; text-shadow: 1px 1px 2px red !important; font-style: italic !important; font-weight: 900 !important; cursor: wait !important }',
  'transitions on everything': '* { transition: all 30s linear 5s !important; color: red; padding: 7px }',
  'animations on everything':
    '@keyframes drift { to { color: red; background: lime; padding: 20px; letter-spacing: 9px; font-size: 40px; rotate: 9deg; opacity: 0.5 } } form, form * { animation: drift 9s forwards !important }',
  'pseudo-elements':
    '*::before, *::after { content: "HOST" !important; display: block !important; position: static !important; color: red } ::placeholder { color: red !important; font-size: 40px !important } ::selection { background: lime !important } ::marker { content: "!" }',
  'nothing is hidden':
    '[hidden] { display: block !important } p:empty, label:empty { display: block !important; height: 40px !important }',
  'a form framework':
    'form { display: grid; gap: 3rem } label { float: left; font-weight: 900 } input:not([type=checkbox]) { background: pink; border-radius: 99px; box-shadow: 0 0 9px red } button[type=submit] { background: lime; transform: rotate(9deg) } p { margin: 3em; color: lime }',
  'custom elements not shown until they are defined':
    ':not(:defined) { visibility: hidden !important } *:has(> form) > form { columns: 2; zoom: 1.5 }',
  'a layer that is important':
    '@layer reset { form, form *, form *::before { margin: 3px !important; inset: 5px !important; position: relative !important; float: left !important; transform: skew(9deg) !important; filter: invert(1) !important } }',
};

const sheet = (content: string) => async (page: Page) => {
  const style = await page.addStyleTag({ content });
  return () => style.evaluate((element) => (element as Element).remove());
};

const harm =
  'display: none !important; opacity: 0 !important; font-size: 40px !important; width: 1px !important';

/** What a script of the page does to everything in our forms that it finds. */
const scripts: Record<string, (page: Page) => Promise<() => Promise<void>>> = {
  'rules by ID': async (page) => {
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('form [id]')].map(({ id }) => CSS.escape(id)),
    );
    return sheet(['none', ...ids].map((id) => `#${id} { ${harm} }`).join(' '))(page);
  },
  'inline styles, set by a script': async (page) => {
    const dress = (css: string) => {
      for (const one of document.querySelectorAll('form, form :not(option)')) one.setAttribute('style', css);
    };
    await page.evaluate(dress, harm);
    return () => page.evaluate(dress, '');
  },
};

/** By name: dresses a page like that, and returns what takes it off again. */
export const hostPages: Readonly<Record<string, (page: Page) => Promise<() => Promise<void>>>> = {
  ...Object.fromEntries(
    Object.entries({ ...frameworks, ...hostile }).map(([name, css]) => [name, sheet(css)]),
  ),
  ...scripts,
};
