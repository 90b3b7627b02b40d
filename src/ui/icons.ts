/** Decoration: what an icon means is always said in words beside it or by its button's name. */
import { svg, html } from 'lit';

export const icon = (shape: ReturnType<typeof svg>) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

export const eye = icon(svg`<path d="M2 12q4-7 10-7t10 7q-4 7-10 7T2 12"/><circle cx="12" cy="12" r="3"/>`);
export const eyeClosed = icon(
  svg`<path d="M2 12q4-7 10-7t10 7q-4 7-10 7T2 12M4 20 20 4"/><circle cx="12" cy="12" r="3"/>`,
);
