/** What only later steps show. */
import { css } from 'lit';

export const stepStyles = css`
  [aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
    text-decoration: none !important;
    font-variant-numeric: tabular-nums;
  }

  /* A long sentence that nobody sees must not make the page wider. */
  .heard {
    inline-size: 1px;
    overflow: hidden;
  }

  /* There, what looks like a link has the colour of text. */
  @media (forced-colors: active) {
    .link {
      border: 1px solid;
    }
  }

  strong {
    display: block;
    color: var(--_text);
    font-weight: 600;
  }

  .tag {
    display: inline-block;
    margin-block-start: calc(var(--_space) * 4);
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_text);
    font-weight: 600;
  }

  /* The other form in this one's place stands on this card and under this brand. */
  ::slotted([slot='other']) {
    --portal-card-padding: 0;
    --portal-card-border: 0;
    --portal-card-shadow: none;
    --_brand: none;
  }
`;
