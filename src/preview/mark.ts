/** Says on the page that this is no form to type a password into. `::part(preview)` can hide it, for pictures. */
import { create } from '../internal/page.ts';

// Not by Lit's `css`: the file that lies beside a bundle would bring a second Lit along.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host([preview]) {
    position: relative;
  }

  .preview-mark {
    all: initial;
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 1em;
    z-index: 1;
    translate: 0 -50%;
    padding-inline: 0.75em;
    border: 1px solid;
    border-radius: 1em;
    background: #fef3c7;
    color: #78350f;
    font: 600 11px / 1.7 system-ui;
    pointer-events: none;
  }

  :host(:not([preview])) .preview-mark {
    display: none;
  }
`);

export function mark({ shadowRoot }: HTMLElement): void {
  if (!shadowRoot) return;
  const label = create('span');
  label.className = 'preview-mark';
  label.part.add('preview');
  label.textContent = 'Preview';
  shadowRoot.append(label);
  shadowRoot.adoptedStyleSheets.push(sheet);
}
