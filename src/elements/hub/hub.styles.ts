/** How the hub lays out its bar, its ways and its parts: by its own width, not the page's. */
import { css } from 'lit';

export const hubStyles = css`
  :host {
    display: block;
    font-size: var(--portal-font-size, medium);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  .hub {
    all: initial;
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    /* The room that the page keeps for it is the content's: the footer stands below that from the start. */
    min-block-size: inherit;
    gap: calc(var(--_space) * 6);
    visibility: inherit;
    color-scheme: var(--portal-color-scheme, inherit);
    font: 1em / 1.5 system-ui;
    font-size: var(--portal-font-size, medium);
    font-family: var(--portal-font, inherit);
    color: var(--_text);
  }

  /* Of its height before its code has come. */
  slot[name='bar'] {
    display: block;
    min-block-size: 4em;
  }

  .entry {
    display: grid;
    justify-items: center;
  }

  /* What is ours, and within reach of the page's rules for everything on it. */
  div div ::slotted(*) {
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    inline-size: 100% !important;
  }

  /* One line that is scrolled by touch and by keyboard, rather than a menu to be opened. */
  nav {
    position: relative;
    display: flex;
    gap: var(--_space);
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--_border);
  }

  nav a {
    display: inline-grid;
    align-items: center;
    min-block-size: max(44px, 2.75em);
    padding: 0 calc(var(--_space) * 3);
    border-block-end: 2px solid transparent;
    color: var(--_muted);
    text-decoration: none;
    white-space: nowrap;
  }

  nav a:hover {
    color: var(--_text);
  }

  nav a[aria-current] {
    border-color: var(--_accent);
    color: var(--_text);
  }

  a:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  nav a:focus-visible {
    outline-offset: -2px;
  }

  /* What is transparent elsewhere is drawn there: every place would look like the one that is shown. */
  @media (forced-colors: active) {
    nav a:not([aria-current]) {
      border-color: Canvas;
    }
  }

  section,
  .entry {
    flex: 1;
  }

  section {
    outline: 0;
  }

  .greeting {
    margin-block-end: calc(var(--_space) * 6);
    font-size: 1.5em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.015em;
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 6);
    align-items: start;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 6);
    border: 1px solid color-mix(in oklab, var(--_accent) 30%, var(--_surface));
    border-radius: calc(var(--_radius) * 1.75);
    background: color-mix(in oklab, var(--_accent) 9%, var(--portal-card-background, var(--_surface)));
  }

  .notice a {
    color: var(--_ink);
    font-weight: 500;
  }

  @container (min-width: 60em) {
    .home:not(:has(> [hidden])) {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`;
