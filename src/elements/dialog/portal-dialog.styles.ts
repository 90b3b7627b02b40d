import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents !important;
    font-size: var(--portal-font-size, medium);
  }

  :host::before,
  :host::after {
    content: none !important;
  }

  dialog {
    box-sizing: border-box;
    inline-size: calc(100% - 2em);
    max-inline-size: var(--portal-max-width, 25em);
    max-block-size: calc(100dvh - 2em);
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: var(--portal-card-radius, calc(var(--_radius) * 1.75));
    background: none;
    color-scheme: var(--portal-color-scheme, inherit);
    /* Scrolling to its end must not go on with the page behind it. */
    overscroll-behavior: contain;
    visibility: visible;
  }

  dialog.wide {
    max-inline-size: 60em;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  .inside {
    position: relative;
  }

  .close {
    all: initial;
    position: absolute;
    inset-block-start: calc(var(--_space) * 3);
    inset-inline-end: calc(var(--_space) * 3);
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--_radius);
    color: var(--_muted);
    cursor: pointer;
  }

  .close:hover {
    background: var(--_tint);
    color: var(--_text);
  }

  .close:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }
`;
