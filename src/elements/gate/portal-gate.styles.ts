import { css } from 'lit';

/**
 * The slots are always there: hiding them moves nothing and loses nothing of the page's content. A block of its own, so
 * that the margins of what is in it stand inside in every state.
 */
export const gateStyles = css`
  :host {
    display: flow-root;
  }

  :host([hidden]),
  .closed slot:not([name]),
  .open slot[name] {
    display: none;
  }

  /* Its place is kept, and nothing of it is seen, focused or read out: the room of one of them, for one will be shown. */
  .pending {
    display: grid;
    visibility: hidden;
  }

  .pending slot {
    display: flow-root;
    grid-area: 1 / 1;
  }
`;
