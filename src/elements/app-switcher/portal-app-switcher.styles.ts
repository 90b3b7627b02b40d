import { css } from 'lit';

export const switcherStyles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  :host([hidden]) {
    display: none !important;
  }

  :host(:state(empty)) {
    display: none;
  }

  .heard {
    position: absolute;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .row {
    block-size: 6em;
  }

  .waiting {
    visibility: hidden;
  }

  .opener {
    position: relative;
  }

  .opener .dots {
    inline-size: 1.375em;
    block-size: 1.375em;
    fill: currentcolor;
    stroke: none;
  }

  .opener .dot {
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-end: 0.5em;
    inline-size: 0.5em;
    block-size: 0.5em;
    min-block-size: 8px;
    min-inline-size: 8px;
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px color-mix(in srgb, currentcolor 15%, #fff);
  }

  @media (forced-colors: active) {
    .opener .dot {
      border: 1px solid CanvasText;
    }
  }
`;
