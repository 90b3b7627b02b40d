/** How an affiliate's sums and links look. */
import { css } from 'lit';

export const affiliateStyles = css`
  .sums {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_space) * 3);
    margin: 0 0 calc(var(--_space) * 3);
  }

  /* Where two amounts have no room side by side, each has a line. */
  @container (max-width: 18em) {
    .sums {
      grid-template-columns: 1fr;
    }

    .sums .sum {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      padding-block: calc(var(--_space) * 2);
    }

    .sum .big {
      inline-size: 4em;
    }
  }

  @container (min-width: 34em) {
    [part='sums'] {
      grid-template-columns: repeat(4, 1fr);
    }
  }

  /* What the chart and the closed lists take. */
  .tall {
    block-size: 28.5em;
    margin-block-start: calc(var(--_space) * 8);
  }

  .sum {
    min-inline-size: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  dd,
  .big {
    margin: 0;
    /* Half a phone has to hold an amount with its currency in one line. */
    font-size: clamp(1em, 6.5cqi, 1.25em);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }

  .links {
    gap: calc(var(--_space) * 5);
  }

  .link-line {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
  }

  .link-line.bone {
    block-size: max(44px, 2.75em);
  }

  .link-line button {
    flex: none;
    min-inline-size: 6.5em;
  }

  input,
  select {
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: max(44px, 2.75em);
    margin: 0;
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  input[readonly] {
    border-color: var(--_border);
    background: var(--_tint);
    text-overflow: ellipsis;
  }

  @container (max-width: 22em) {
    .link-line.bone {
      block-size: calc(2 * max(44px, 2.75em) + var(--_space) * 2);
    }

    .link-line {
      flex-direction: column;
    }
  }
`;
