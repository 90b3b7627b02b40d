/** Parts of an element that are opened and shut: `<details>` below each other. */
import { css } from 'lit';

export const foldStyles = css`
  .fold {
    border-block-start: 1px solid var(--_border);
  }

  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    box-sizing: border-box;
    min-block-size: max(44px, 3.25em);
    padding-block: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::after {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.7em 0.4em;
    border: solid var(--_muted);
    border-width: 0 0.13em 0.13em 0;
    rotate: 45deg;
    translate: 0 -0.15em;
    transition: rotate var(--_motion);
  }

  [open] > summary::after {
    rotate: 225deg;
    translate: 0 0.15em;
  }
`;
