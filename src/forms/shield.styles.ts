/**
 * What stands in the light DOM is within reach of the page's CSS. An important rule of the inner tree beats
 * every rule of the outer one — important, inline, layered or by ID (CSS Scoping 1, section 3.3) — so every
 * declaration here is important. `all` leaves custom properties alone: themes still get through.
 */
import { css } from 'lit';

/** For a private element of ours and its direct light children; deeper descendants are out of reach. */
export const shield = css`
  :host,
  ::slotted(*) {
    all: initial !important;
    box-sizing: border-box !important;
    font: inherit !important;
    color: inherit !important;
    color-scheme: inherit !important;
    visibility: inherit !important;
    overflow-wrap: anywhere !important;
  }

  :host {
    display: block !important;
    position: relative !important;
    margin-block-start: calc(var(--_space) * 4) !important;
  }

  ::slotted(*) {
    display: block !important;
  }

  :host::before,
  :host::after,
  ::slotted(*)::before,
  ::slotted(*)::after {
    content: none !important;
    display: none !important;
  }

  ::slotted(:focus-visible) {
    outline: 2px solid var(--_focus) !important;
    outline-offset: 2px !important;
  }
`;

/** For the element that owns the form. */
export const formShield = css`
  ::slotted(form) {
    all: initial !important;
    display: block !important;
    font: inherit !important;
    color: inherit !important;
    color-scheme: inherit !important;
    visibility: inherit !important;
  }

  ::slotted(form)::before,
  ::slotted(form)::after {
    content: none !important;
    display: none !important;
  }
`;
