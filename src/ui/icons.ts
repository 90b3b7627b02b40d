/** Decoration: what an icon means is always said in words beside it or by its button's name. */
import { html, type TemplateResult } from 'lit';

/** `path`: SVG path data, drawn as a line in a box of 24. */
export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

const open = 'M2 12q4-7 10-7t10 7q-4 7-10 7T2 12m7 0a3 3 0 1 1 6 0 3 3 0 1 1-6 0';
export const eye = icon(open);
export const eyeClosed = icon(`${open}M4 20 20 4`);
