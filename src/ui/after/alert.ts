/** The one alert of an element: what went wrong as a whole, and at most one way on. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';

const warning = icon('M3 12a9 9 0 1 1 18 0 9 9 0 1 1-18 0M12 7v6m0 3.5v.01');

export const alertStyles = css`
  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .alert {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 5);
    padding: calc(var(--_space) * 3);
    border: 1px solid color-mix(in oklab, var(--_danger) 40%, var(--_surface));
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_danger) 7%, var(--_surface));
  }

  .alert svg {
    margin-block-start: 0.2em;
    color: var(--_danger);
  }

  /* In a menu, buttons are lines of a list: this one is the alert's. */
  .alert button.link {
    grid-column: 2;
    justify-self: start;
    min-block-size: max(44px, 2.75em);
    margin-block-end: calc(var(--_space) * -2);
    padding: 0 calc(var(--_space) * 2);
    background: none;
    color: var(--_ink);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
    margin-inline: calc(var(--_space) * -2);
  }
`;

export interface AlertAction {
  label: string;
  run: () => void;
}

/**
 * Its owner moves the focus to `.alert`. The text must not change while it stands there: a countdown
 * inside an alert would be read out every second.
 */
export const alert = (text: string, action?: AlertAction): TemplateResult => html`
  <div class="alert" part="alert" role="alert" tabindex="-1">
    ${warning}
    <div>${text}</div>
    ${
      action
        ? html`<button class="link" type="button" part="retry" @click=${action.run}>${action.label}</button>`
        : nothing
    }
  </div>
`;
