/** How a timeline looks. */
import { css } from 'lit';

export const activityStyles = css`
  /* One line, however narrow, which is scrolled: the skeleton's height is this one's. */
  fieldset {
    display: flex;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    margin: 0 calc(var(--_space) * -1) calc(var(--_space) * 5);
    padding: 0 calc(var(--_space) * 1);
    overflow: auto hidden;
    scrollbar-width: none;
    border: 0;
  }

  legend {
    position: absolute;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* 44 px to touch, less to see. */
  .chip {
    position: relative;
    display: inline-grid;
    flex: none;
    align-items: center;
    min-block-size: max(44px, 2.75em);
    cursor: pointer;
  }

  .chip input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .chip span {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: 2em;
    font-size: 0.875em;
    font-weight: 500;
    white-space: nowrap;
    transition: background-color var(--_motion);
  }

  .chip:hover span {
    background: var(--_tint);
  }

  .chip :checked + span {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .chip :focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    .chip :checked + span {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }

  .sub:first-of-type {
    margin-block-start: 0;
  }

  ol {
    gap: 0;
  }

  .entry {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    min-block-size: 2.25em;
    padding-block: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }

  /* From one to the next, behind the icons. */
  .entry:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: calc(2.25em + var(--_space) * 3) calc(var(--_space) * -1);
    inset-inline-start: calc(1.125em - 0.5px);
    border-inline-start: 1px solid var(--_border);
  }

  .dot {
    display: grid;
    place-items: center;
    inline-size: 2.25em;
    block-size: 2.25em;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_muted);
  }

  .present .dot {
    background: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    color: var(--_ink);
  }

  .detail {
    margin: calc(var(--_space) * 1) 0 0;
    color: var(--_text);
    font-size: 0.9375em;
  }

  .what {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
    padding-block-start: 0.375em;
  }

  /* Some titles leave room for the date beside them, and others do not: then it stands below all of them. */
  @container (max-width: 28em) {
    .what {
      display: block;
    }
  }

  a.title {
    color: var(--_ink);
  }
`;
