import { css } from 'lit';

export const panelStyles = css`
  .panel .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.25em, 1fr));
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .panel .tiles[hidden] {
    display: none;
  }

  .tile {
    display: grid;
    justify-items: center;
    align-content: start;
    gap: calc(var(--_space) * 1.5);
    box-sizing: border-box;
    block-size: 100%;
    min-block-size: 6em;
    padding: calc(var(--_space) * 3) var(--_space) calc(var(--_space) * 2);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
    text-align: center;
    transition: background-color var(--_motion);
  }

  .tile:hover {
    background: var(--_tint);
  }

  .tile[aria-current] {
    border-color: var(--_border);
    background: var(--_tint);
  }

  .tile[aria-current] .name {
    color: var(--_ink);
    font-weight: 600;
  }

  .tile[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  .name {
    display: -webkit-box;
    overflow: hidden;
    font-size: 0.8125em;
    font-weight: 500;
    line-height: 1.3;
    text-wrap: balance;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .icon {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
  }

  .icon img,
  .letter {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    border-radius: calc(var(--_radius) * 1.5);
    object-fit: cover;
  }

  .letter {
    background: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    color: var(--_ink);
    font-size: 1.25em;
    font-weight: 650;
  }

  .badge {
    position: absolute;
    inset-block-start: -0.5em;
    inset-inline-end: -0.5em;
    box-sizing: border-box;
    min-inline-size: 1.75em;
    padding-inline: 0.4em;
    border: 2px solid var(--_surface);
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.6875em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    text-align: center;
  }

  .opening .icon {
    animation: breathe 1.2s ease-in-out infinite;
  }

  .status {
    margin: 0;
    padding: calc(var(--_space) * 2) var(--_space) 0;
    color: var(--_muted);
    font-size: 0.875em;
    text-align: center;
  }

  .status:empty {
    display: none;
  }

  @keyframes breathe {
    50% {
      opacity: 0.4;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .opening .icon {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .badge,
    .letter,
    .tile[aria-current] {
      border: 1px solid CanvasText;
    }
  }

  /* Seen in forced colours. */
  .alert button {
    border: 1px solid transparent;
  }
`;
