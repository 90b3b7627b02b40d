/** The profile's own parts. */
import { css } from 'lit';

export const profileStyles = css`
  :host {
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
    background: var(--_tint);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--_tint);
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

  details {
    border-block-start: 1px solid var(--_border);
  }

  details:first-of-type {
    margin-block-start: calc(var(--_space) * 8);
  }

  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: max(44px, 3.25em);
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
    margin-inline-end: 0.4em;
    border: solid var(--_muted);
    border-width: 0 0.13em 0.13em 0;
    rotate: 45deg;
    translate: 0 -0.15em;
  }

  [open] > summary::after {
    rotate: 225deg;
    translate: 0 0.15em;
  }

  .inside {
    padding-block-start: var(--_space);
    padding-block-end: calc(var(--_space) * 6);
  }

  .inside > p:first-child {
    margin-block-start: 0;
  }

  .inside > button {
    margin-block-start: calc(var(--_space) * 4);
  }

  ul {
    margin: calc(var(--_space) * 3) 0 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  li:first-child {
    border: 0;
  }

  li p {
    margin: 0;
  }

  li strong {
    display: block;
    font-weight: 500;
  }
`;
