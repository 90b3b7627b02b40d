/** How groups look: a row each, whose buttons go below it where it is narrow. */
import { css } from 'lit';

export const communitiesStyles = css`
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    min-block-size: calc(max(44px, 2.75em) + 1.25em);
    box-sizing: border-box;
    border: 1px solid var(--_border);
  }

  .row .cover {
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 0.75em;
    font-weight: 600;
  }

  .about {
    min-inline-size: 0;
  }

  .summary {
    margin: 0;
    font-size: 0.875em;
  }

  /* Where it is narrow, or the type large, two lines would not hold what there is to say. */
  @container (min-width: 26em) {
    .summary {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
  }

  /* To be found, but not to be hit in passing. */
  .quiet {
    margin: 0;
    color: var(--_muted);
  }

  .ask {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  .ask p {
    margin: 0;
    color: var(--_text);
    font-weight: 600;
  }

  .buttons {
    display: flex;
    gap: calc(var(--_space) * 2);
  }

  .buttons [part='leave'] {
    color: var(--_danger);
  }

  @container (max-width: 26em) {
    .row {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .row .cover {
      align-self: start;
    }

    .row > button {
      grid-column: 2;
      justify-self: start;
    }

    .row > .quiet {
      margin-inline-start: calc(var(--_space) * -2);
    }
  }
`;
