/** Shields the submit button of a light-DOM form and shows that it is at work. */
import { css, html, LitElement } from 'lit';
import { shield } from './shield.styles.ts';

/**
 * Private: its name and shape may change in any version.
 * @tag portal-action
 * @internal
 */
export class PortalAction extends LitElement {
  static override styles = [
    shield,
    css`
      :host {
        margin-block-start: calc(var(--_space) * 6) !important;
      }

      ::slotted(button) {
        inline-size: 100% !important;
        min-block-size: max(44px, 2.75em) !important;
        padding: calc(var(--_space) * 2) calc(var(--_space) * 4) !important;
        border: 1px solid var(--_ink) !important;
        border-radius: var(--_radius) !important;
        background: var(--_accent) !important;
        color: var(--_on-accent) !important;
        font-weight: 600 !important;
        font-variant-numeric: tabular-nums !important;
        text-align: center !important;
        cursor: pointer !important;
        user-select: none !important;
        transition: background-color var(--_motion) !important;
      }

      ::slotted(button:hover) {
        background: var(--_accent-hover) !important;
      }

      ::slotted(button[aria-disabled='true']) {
        border-color: var(--_border) !important;
        background: var(--_tint) !important;
        color: var(--_muted) !important;
        cursor: default !important;
      }

      i {
        display: none;
        position: absolute;
        inset-block: calc(50% - 0.55em);
        inset-inline-start: 1em;
        box-sizing: border-box;
        inline-size: 1.1em;
        border: 0.15em solid;
        border-block-start-color: transparent;
        border-radius: 50%;
        color: var(--_muted);
        pointer-events: none;
        animation: turn 0.8s linear infinite;
      }

      :host([busy]) i {
        display: block;
      }

      @keyframes turn {
        to {
          rotate: 1turn;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        i {
          animation: none;
        }
      }
    `,
  ];

  override render() {
    return html`<slot></slot><i></i>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-action': PortalAction;
  }
}
