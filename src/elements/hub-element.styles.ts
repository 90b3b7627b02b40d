/** How the hub's lists look. By the width of the element, which may stand in a sidebar, not by the page's. */
import { css } from 'lit';

export const hubStyles = css`
  [part='content'] {
    container-type: inline-size;
  }

  ul,
  ol {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .sub {
    margin-block: calc(var(--_space) * 8) calc(var(--_space) * 3);
    font-size: 1em;
    letter-spacing: 0;
  }

  .item {
    border-radius: var(--_radius);
    outline-offset: calc(var(--_space) * 1);
  }

  .title {
    display: block;
    color: var(--_text);
    font-weight: 600;
    text-decoration: none;
  }

  a.title:hover {
    text-decoration: underline;
  }

  .note {
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  p.note {
    margin: 0;
  }

  .note svg {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin-inline: -0.1em calc(var(--_space) * 1);
    vertical-align: -0.2em;
  }

  .badge {
    display: inline-block;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid transparent;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.8125em;
    font-weight: 600;
    white-space: nowrap;
  }

  .action {
    display: inline-flex;
    align-items: center;
    box-sizing: border-box;
    min-block-size: max(44px, 2.75em);
    padding-block: calc(var(--_space) * 2);
    text-decoration: none;
  }

  .action:hover {
    text-decoration: underline;
  }

  .more {
    display: block;
    inline-size: min(100%, 16em);
    margin: calc(var(--_space) * 4) auto 0;
  }

  .cover {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    background: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    color: var(--_ink);
  }

  .cover img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  [aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }
`;
