/** A field of the profile: what portal-field does for a line, and for choices, ticks and texts of several lines. */
import { css, html } from 'lit';
import { PortalField } from '../portal-field.ts';

/**
 * Private: its name and shape may change in any version.
 * @tag portal-entry
 * @internal
 */
export class PortalEntry extends PortalField {
  static override styles = [
    ...[PortalField.styles].flat(),
    css`
      ::slotted(label) {
        margin-inline-end: 6.5em !important;
      }

      ::slotted(select),
      ::slotted(textarea) {
        inline-size: 100% !important;
        min-block-size: max(44px, 2.75em) !important;
        padding: calc(var(--_space) * 2) calc(var(--_space) * 3) !important;
        border: 1px solid var(--_control) !important;
        border-radius: var(--_radius) !important;
        background: var(--_surface) !important;
        color: var(--_text) !important;
        text-align: start !important;
      }

      ::slotted(select) {
        padding-inline-end: 2.5em !important;
        cursor: pointer !important;
      }

      ::slotted(textarea) {
        min-block-size: 7em !important;
        white-space: pre-wrap !important;
        resize: vertical !important;
        cursor: text !important;
      }

      ::slotted(select:focus-visible),
      ::slotted(textarea:focus-visible) {
        border-color: var(--_focus) !important;
        outline-offset: -1px !important;
      }

      ::slotted(select[aria-invalid='true']),
      ::slotted(textarea[aria-invalid='true']) {
        border-color: var(--_danger) !important;
        box-shadow: 0 0 0 1px var(--_danger) !important;
      }

      i {
        display: none;
        position: absolute;
        inset-block-start: calc(50% - 0.4em);
        inset-inline-end: 1.1em;
        box-sizing: border-box;
        inline-size: 0.5em;
        block-size: 0.5em;
        border: solid var(--_muted);
        border-width: 0 0.13em 0.13em 0;
        rotate: 45deg;
        pointer-events: none;
      }

      :host([kind='select']) i {
        display: block;
      }

      :host([kind='tick']) {
        display: grid !important;
        grid-template-columns: auto 1fr !important;
        align-items: center !important;
        column-gap: calc(var(--_space) * 3) !important;
      }

      :host([kind='tick']) .box {
        grid-area: 1 / 1;
      }

      :host([kind='tick']) ::slotted(label) {
        grid-area: 1 / 2 !important;
        display: flex !important;
        align-items: center !important;
        min-block-size: 44px !important;
        margin: 0 !important;
        font-size: 1em !important;
        font-weight: 400 !important;
        cursor: pointer !important;
      }

      :host([kind='tick']) ::slotted(input) {
        appearance: auto !important;
        inline-size: 1.25em !important;
        block-size: 1.25em !important;
        min-block-size: 0 !important;
        padding: 0 !important;
        accent-color: var(--_ink) !important;
        cursor: pointer !important;
      }

      :host([kind='tick']) ::slotted(p) {
        grid-column: 2 !important;
        margin-block-start: 0 !important;
      }

      :host([wide]) {
        grid-column: 1 / -1 !important;
      }

      /* The state is said of the whole group: the label has the line to itself. */
      :host([group]) ::slotted(label) {
        margin-inline-end: 0 !important;
      }

      :host([kind='tick'][group]) {
        margin-block-start: 0 !important;
      }

      ::slotted(p[slot='state']) {
        position: absolute !important;
        inset-block-start: 0 !important;
        inset-inline-end: 0 !important;
        margin: 0 !important;
      }
    `,
  ];

  override render() {
    return html`<slot name="label"></slot>
      <div class="box"><slot></slot><i></i></div>
      <slot name="hint"></slot><slot name="error"></slot><slot name="state"></slot>`;
  }
}

/**
 * Fields that belong together, and what they are called.
 * Private: its name and shape may change in any version.
 * @tag portal-entries
 * @internal
 */
export class PortalEntries extends PortalField {
  static override styles = [
    ...[PortalField.styles].flat(),
    css`
      /* A group begins: a line, and room above it. The state of the whole stands at its end. */
      :host {
        margin-block-start: calc(var(--_space) * 7) !important;
        padding-block-start: calc(var(--_space) * 5) !important;
        border-block-start: 1px solid var(--_border) !important;
      }

      ::slotted(p[slot='label']) {
        margin-inline-end: 5em !important;
        color: inherit !important;
        font-size: 0.9375em !important;
        font-weight: 600 !important;
      }

      ::slotted(p[slot='state']) {
        position: absolute !important;
        inset-block-start: calc(var(--_space) * 5) !important;
        inset-inline-end: 0 !important;
        margin: 0 !important;
      }

      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, max(11em, 35%)), 1fr));
        column-gap: calc(var(--_space) * 4);
      }
    `,
  ];

  override render() {
    return html`<slot name="label"></slot>
      <div class="parts"><slot></slot></div>
      <slot name="hint"></slot><slot name="error"></slot><slot name="state"></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-entry': PortalEntry;
    'portal-entries': PortalEntries;
  }
}
