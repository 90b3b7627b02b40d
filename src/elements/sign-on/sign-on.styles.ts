/** Who goes on, and the button that does. */
import { css } from 'lit';

export const signOnStyles = css`
  :host,
  .card {
    max-inline-size: var(--portal-max-width, 25em);
  }

  .who {
    margin-block-start: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .who bdi {
    display: block;
  }

  .who bdi:first-child {
    color: var(--_text);
    font-weight: 600;
  }

  .ways {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 5);
  }

  .go {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .go:hover {
    background: var(--_accent-hover);
  }

  .go[aria-disabled='true'] {
    color: var(--_on-accent);
  }
`;
