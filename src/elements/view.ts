/** What one step of an element shows. */
import { html, type TemplateResult } from 'lit';

export interface View {
  /** Also the form's key, and the name in `:state(step-…)`. */
  step: string;
  heading: string;
  lead?: string | TemplateResult;
  /** Between heading and form. */
  above?: TemplateResult;
  form?: TemplateResult;
  onSubmit?: () => void;
  /** Below the form: other ways on. */
  below?: TemplateResult;
}

export const linkButton = (label: string, run: () => void, part: string): TemplateResult =>
  html`<button class="link" type="button" part=${part} @click=${run}>${label}</button>`;
