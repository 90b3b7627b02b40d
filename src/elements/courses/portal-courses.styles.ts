/** How courses look: tiles as wide as the element has room for. */
import { css } from 'lit';

export const coursesStyles = css`
  .tiles {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14em), 1fr));
    gap: calc(var(--_space) * 5);
  }

  .tile {
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
    transition: border-color var(--_motion);
  }

  .tile:has(.whole):hover {
    border-color: var(--_control);
  }

  /* Without a picture: two colours of the accent's family, three pairs in turn. */
  .tile .cover {
    aspect-ratio: 5 / 2;
    inline-size: 100%;
    max-block-size: 8em;
    border-radius: 0;
    background-image: linear-gradient(
      135deg,
      color-mix(in oklab, var(--_accent) 30%, var(--_surface)),
      color-mix(in oklab, oklch(from var(--_accent) l c calc(h + var(--_turn, 50))) 12%, var(--_surface))
    );
  }

  .tile:nth-child(3n + 2) .cover {
    --_turn: -60;
  }

  .tile:nth-child(3n) .cover {
    --_turn: 130;
  }

  .tile .bone {
    background-image: none;
  }

  .cover svg {
    inline-size: 1.5em;
    block-size: 1.5em;
    padding: 0.625em;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 1px 3px rgb(0 0 0 / 12%);
  }

  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    padding: calc(var(--_space) * 4);
    padding-block-end: calc(var(--_space) * 2);
  }

  /* The whole tile is the link's target. */
  .whole::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .tile:has(.whole:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .whole:focus-visible {
    outline: 0;
  }

  .body a:not(.whole) {
    position: relative;
  }

  .title,
  .summary {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  /* Always two lines: the tiles of a row, and those of the skeleton, are of one height. */
  .summary {
    block-size: 3em;
    margin-block: calc(var(--_space) * 1) calc(var(--_space) * 3);
    font-size: 0.875em;
  }

  .foot {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: end;
    min-block-size: calc(1.75em + max(44px, 2.75em));
  }

  /* Where it takes two lines it still stands apart from what is above. */
  .foot .action {
    padding-block-start: calc(var(--_space) * 1);
    line-height: 1.35;
  }

  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.375em;
    margin-block-end: calc(var(--_space) * 2);
    overflow: hidden;
    appearance: none;
    border: 0;
    border-radius: 1em;
    background: color-mix(in oklab, var(--_text) 13%, var(--_surface));
    color: var(--_ink);
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    border-radius: 1em;
    background: currentColor;
  }

  progress::-moz-progress-bar {
    border-radius: 1em;
    background: currentColor;
  }

  @media (forced-colors: active) {
    progress {
      forced-color-adjust: none;
      background: Canvas;
      color: Highlight;
      outline: 1px solid CanvasText;
    }
  }
`;
