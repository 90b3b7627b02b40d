/** What stands below the fields: closed at first. */
import { css } from 'lit';

export const sectionStyles = css`
  .fold:first-of-type {
    margin-block-start: calc(var(--_space) * 8);
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
