import { css } from 'lit';

export const barStyles = css`
  :host {
    display: block;
    font-size: var(--portal-font-size, medium);
  }

  .bar {
    all: initial;
    display: flex;
    container-type: inline-size;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 4);
    box-sizing: border-box;
    visibility: inherit;
    min-block-size: 4em;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    color-scheme: var(--portal-color-scheme, inherit);
    font: 1em / 1.5 system-ui;
    font-size: var(--portal-font-size, medium);
    font-family: var(--portal-font, inherit);
    color: var(--_text);
    background: var(--portal-card-background, var(--_surface));
    border-block-end: 1px solid var(--_border);
  }

  /* In the hub it is ours, and within reach of the page's rules for everything on it. */
  :host([slot='bar']) {
    all: initial !important;
    display: block !important;
    visibility: inherit !important;
    color-scheme: inherit !important;
    font: inherit !important;
  }

  /* The hub's ways stand right below it: one line for both. */
  :host([slot='bar']) .bar {
    padding-inline: 0;
    background: none;
    border: 0;
  }

  /* Of one width with the other end, whatever comes into them and when: the links between stand still in the middle. */
  .brand,
  .end {
    flex: 1 0 0;
  }

  .brand {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    min-block-size: 44px;
    border-radius: var(--_radius);
    color: inherit;
    font-weight: 650;
    text-decoration: none;
  }

  .brand img {
    block-size: 2em;
    max-inline-size: 8em;
  }

  .brand span {
    overflow: hidden;
    max-inline-size: 14em;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 4);
    min-inline-size: 0;
  }

  .end ::slotted(:not([hidden])) {
    all: initial !important;
    visibility: inherit !important;
    color-scheme: inherit !important;
    color: inherit !important;
    font: inherit !important;
  }

  :host::before,
  :host::after,
  .end ::slotted(*)::before,
  .end ::slotted(*)::after {
    content: none !important;
  }

  .end {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: var(--_space);
    min-block-size: 44px;
  }

  .log-in {
    display: inline-flex;
    align-items: center;
    min-block-size: max(44px, 2.75em);
    box-sizing: border-box;
    padding: 0 calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-decoration: none;
    white-space: nowrap;
  }

  .log-in:hover {
    background: var(--_accent-hover);
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  @container (max-width: 34em) {
    .links {
      order: 1;
      flex-basis: 100%;
    }

    /* Nothing stands between them here, and the name needs the room. */
    .end {
      flex: none;
    }

    .brand span {
      max-inline-size: none;
    }
  }
`;
