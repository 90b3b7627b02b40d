/** The templates of a credential form's children. Structure: DESIGN.md section 6, measured with eleven password managers. */
import { html, nothing, type TemplateResult } from 'lit';

/** The standard tokens only: an invented one makes phones fill in a person's name. */
export type Autocomplete =
  'name' | 'email' | 'off' | 'username' | 'current-password' | 'new-password' | 'one-time-code';

export interface Field {
  /** Unique in the document; the note below the input derives its own from it. */
  id: string;
  name: string;
  label: string;
  autocomplete: Autocomplete;
  type?: 'text' | 'email' | 'password';
  /** Said up front. */
  hint?: string | undefined;
  /** Takes the hint's place. */
  error?: string | undefined;
  isReadOnly?: boolean;
  isNumeric?: boolean;
  /** The name of the switch that shows a password. */
  reveal?: string;
  onInput?: (event: InputEvent) => void;
}

/**
 * The type is written once and never bound to state: it is the visitor's act that turns it to text. No
 * placeholder (WebKit lets the page style it, and it is no label), no maxlength (it cuts "Your code is 123 456").
 */
export const field = (f: Field): TemplateResult =>
  html`<portal-field reveal=${f.reveal ?? nothing}>
    <label slot="label" for=${f.id}>${f.label}</label>
    <input
      id=${f.id}
      name=${f.name}
      type=${f.type ?? 'text'}
      autocomplete=${f.autocomplete}
      autocapitalize=${f.name === 'name' ? 'words' : 'none'}
      spellcheck="false"
      inputmode=${f.isNumeric ? 'numeric' : nothing}
      aria-invalid=${f.error ? 'true' : nothing}
      aria-describedby="${f.id}-note"
      ?readonly=${f.isReadOnly}
      ?required=${!f.isReadOnly}
      @input=${f.onInput}
    />
    <p slot=${f.error ? 'error' : 'hint'} id="${f.id}-note">${f.error ?? f.hint ?? nothing}</p>
  </portal-field>`;

/**
 * `aria-disabled`, because a disabled button loses the focus and with it the keyboard user's place.
 * The text stands alone in the button: an element around it would be out of the shield's reach.
 */
export const action = (label: string, isBusy: boolean, isResting = false): TemplateResult =>
  html`<portal-action ?busy=${isBusy}
    ><button type="submit" aria-disabled=${isBusy || isResting ? 'true' : nothing}>
      ${label}
    </button></portal-action
  >`;
