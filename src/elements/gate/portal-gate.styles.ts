import { css } from 'lit';

/** The slots are always there: hiding them moves nothing and loses nothing of the page's content. */
export const gateStyles = css`
  :host {
    display: block;
  }

  :host([hidden]),
  .closed slot:not([name]),
  :not(.closed) > slot[name] {
    display: none;
  }

  /* Its place is kept, and nothing of it is seen, focused or read out. */
  .pending {
    visibility: hidden;
  }
`;
