/** How the chart and the lists behind the sums look. */
import { css } from 'lit';

export const detailsStyles = css`
  .chart-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 8) calc(var(--_space) * 4);
  }

  .chart-head .sub {
    margin: 0;
  }

  label {
    display: grid;
    gap: calc(var(--_space) * 1);
    color: var(--_muted);
    font-size: 0.875em;
  }

  label > * {
    color: var(--_text);
    font-size: 1.143em;
  }

  /* Drawn by percentages, so that it is as wide as there is room. */
  .chart {
    display: block;
    inline-size: 100%;
    block-size: 9em;
    overflow: visible;
    border-block-end: 1px solid var(--_control);
    fill: var(--_ink);
    stroke: none;
  }

  .chart:dir(rtl) {
    transform: scaleX(-1);
  }

  .months {
    display: grid;
    grid-template-columns: repeat(12, 1fr);
    margin-block: calc(var(--_space) * 1) calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: 0.8125em;
    text-align: center;
  }

  .months .short {
    display: none;
  }

  @container (min-width: 36em) {
    .months .short {
      display: inline;
    }

    .months .narrow {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .chart {
      fill: Highlight;
    }
  }

  .plain > summary {
    justify-content: start;
    min-block-size: max(44px, 2.75em);
    color: var(--_ink);
    font-weight: 500;
  }

  .fold:first-of-type {
    margin-block-start: calc(var(--_space) * 6);
  }

  .fold > .inner {
    padding-block: calc(var(--_space) * 1) calc(var(--_space) * 5);
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  th,
  td {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    text-align: end;
  }

  th {
    color: var(--_muted);
    font-weight: 500;
  }

  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5em), 1fr));
    align-items: end;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 4);
  }

  .rows {
    gap: 0;
  }

  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 3);
    border-radius: 0;
  }

  .rows li + li {
    border-block-start: 1px solid var(--_border);
  }

  .figure {
    text-align: end;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .state {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }

  .state::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: calc(var(--_space) * 1.5);
    border: 2px solid var(--_control);
    border-radius: 50%;
    vertical-align: 0.05em;
  }

  .approved::before,
  .customer::before,
  .scheduled::before {
    border-color: var(--_ink);
  }

  .paid::before {
    border-color: var(--_ink);
    background: var(--_ink);
  }

  .cancelled::before,
  .failed::before {
    border-color: var(--_danger);
  }

  .is-cancelled {
    color: var(--_muted);
    text-decoration: line-through;
  }

  .loading {
    block-size: 12em;
  }
`;
