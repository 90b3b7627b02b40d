/** The profile's own parts. */
import { css } from 'lit';

export const profileStyles = css`
  :host,
  .card {
    max-inline-size: var(--portal-max-width, 40em);
  }

  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.5em;
    margin-block-start: calc(var(--_space) * 2);
    appearance: none;
    border: 0;
    border-radius: 1em;
    background: color-mix(in oklab, var(--_text) 13%, var(--_surface));
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_ink);
    transition: inline-size var(--_motion);
  }

  progress::-moz-progress-bar {
    background: var(--_ink);
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }

  .completion {
    padding-block-end: calc(var(--_space) * 2);
  }

  .completion p {
    margin: 0;
  }

  .completion .lead {
    margin-block-start: calc(var(--_space) * 2);
  }

  .continue {
    margin-block-start: calc(var(--_space) * 6);
    border-color: var(--_ink);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .continue:hover {
    background: var(--_accent-hover);
  }

  .bones {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .bones .bone {
    block-size: 4.4em;
  }
`;
