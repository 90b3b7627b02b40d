/** The one alert of an element: what went wrong as a whole, and at most one way on. */
import { html, nothing, type TemplateResult } from 'lit';
import { warning } from './icons.ts';

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
