/** What stands on the card of an element for who is logged in, before its content and in its place. */
import { css } from 'lit';

export const memberStyles = css`
  :host,
  .card {
    max-inline-size: var(--portal-max-width, none);
  }

  /* The page has its own brand; these stand below it. */
  .header {
    margin-block-end: calc(var(--_space) * 4);
  }

  [role='heading'] {
    font-size: 1.25em;
  }

  /* Of the size of what will stand there: nothing may jump when it comes. */
  .bone {
    display: block;
    border-radius: var(--_radius);
    background: var(--_tint);
    color: transparent;
    animation: breathe 1.6s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }

  /* What could not be had is not on its way any more. */
  .alert ~ [aria-busy='true'] {
    display: none;
  }

  .empty {
    padding: calc(var(--_space) * 6) calc(var(--_space) * 4);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    text-align: center;
    text-wrap: balance;
  }

  .empty svg {
    inline-size: 2em;
    color: var(--_ink);
  }

  .empty svg + p {
    color: var(--_text);
    font-weight: 600;
  }
`;
