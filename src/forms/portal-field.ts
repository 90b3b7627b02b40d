/**
 * One label, one input and what is said about it, all direct light children: this element shields them and
 * adds the switch that shows a password. Values and errors belong to the form around it.
 */
import { css, html, LitElement, nothing } from 'lit';
import { eye, eyeClosed } from '../ui/icons.ts';
import { shield } from './shield.styles.ts';

/**
 * Private: its name and shape may change in any version.
 * @tag portal-field
 * @internal
 */
export class PortalField extends LitElement {
  static override properties = { reveal: {} };

  static override styles = [
    shield,
    css`
      ::slotted(label) {
        margin-block-end: calc(var(--_space) * 1.5) !important;
        font-size: 0.875em !important;
        font-weight: 500 !important;
        cursor: default !important;
      }

      .box {
        display: block;
        position: relative;
      }

      ::slotted(input) {
        inline-size: 100% !important;
        min-block-size: max(44px, 2.75em) !important;
        padding: calc(var(--_space) * 2) calc(var(--_space) * 3) !important;
        border: 1px solid var(--_control) !important;
        border-radius: var(--_radius) !important;
        background: var(--_surface) !important;
        color: var(--_text) !important;
        caret-color: currentColor !important;
        text-align: start !important;
        cursor: text !important;
        transition: border-color var(--_motion) !important;
      }

      :host([reveal]) ::slotted(input) {
        padding-inline-end: 3em !important;
      }

      ::slotted(input:hover) {
        border-color: var(--_text) !important;
      }

      ::slotted(input:focus-visible) {
        border-color: var(--_focus) !important;
        outline-offset: -1px !important;
      }

      ::slotted(input[aria-invalid='true']) {
        border-color: var(--_danger) !important;
        box-shadow: 0 0 0 1px var(--_danger) !important;
      }

      ::slotted(input[readonly]) {
        border-color: var(--_border) !important;
        background: var(--_tint) !important;
      }

      ::slotted(input[inputmode='numeric']) {
        font-size: 1.25em !important;
        font-variant-numeric: tabular-nums !important;
        letter-spacing: 0.2em !important;
      }

      ::slotted(input:autofill) {
        box-shadow: inset 0 0 0 99em color-mix(in oklab, var(--_ink) 8%, var(--_surface)) !important;
        -webkit-text-fill-color: var(--_text) !important;
      }

      ::slotted(p) {
        margin-block-start: calc(var(--_space) * 1.5) !important;
        color: var(--_muted) !important;
        font-size: 0.875em !important;
      }

      ::slotted(p:empty) {
        display: none !important;
      }

      ::slotted(p[slot='error']) {
        color: var(--_danger) !important;
        font-weight: 500 !important;
      }

      button {
        all: unset;
        position: absolute;
        inset-block: 0;
        inset-inline-end: 0;
        display: grid;
        place-items: center;
        inline-size: max(44px, 2.75em);
        border-radius: var(--_radius);
        color: var(--_muted);
        cursor: pointer;
      }

      button:hover {
        color: var(--_text);
      }

      button:focus-visible {
        outline: 2px solid var(--_focus);
        outline-offset: -3px;
      }

      svg {
        inline-size: 1.25em;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.75;
        stroke-linecap: round;
      }
    `,
  ];

  /** The name of the switch that shows the password; absent: there is none. */
  declare reveal?: string;

  #isShown = false;

  /** Hides the password again: browsers file what they find in a text field under form history. */
  conceal(): void {
    this.#show(false);
  }

  override render() {
    return html`<slot name="label"></slot>
      <div class="box">
        <slot></slot>
        ${
          this.reveal
            ? html`<button
                type="button"
                aria-label=${this.reveal}
                aria-pressed=${this.#isShown}
                @click=${() => this.#show(!this.#isShown)}
              >
                ${this.#isShown ? eyeClosed : eye}
              </button>`
            : nothing
        }
      </div>
      <slot name="hint"></slot>
      <slot name="error"></slot>`;
  }

  #show(isShown: boolean) {
    if (!this.reveal) return;
    this.#isShown = isShown;
    const input = this.querySelector('input');
    this.requestUpdate();
    if (input) input.type = isShown ? 'text' : 'password';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-field': PortalField;
  }
}
