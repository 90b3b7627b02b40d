/**
 * A panel that opens from a button, above everything else of the page. The browser does what it can: the top layer,
 * closing by a click beside it or Escape, giving the focus back, and where it can, the place.
 */
import {
  css,
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { FormStrings } from '../../i18n/strings.ts';

/** Two places in one: by anchor where the browser has that, else by what was measured when it opened. */
export const popoverStyles = css`
  .panel {
    --_width: min(var(--portal-menu-width, 20em), 100vw - 16px);
    --_on-left: calc(var(--_end) - var(--_width));

    all: initial;
    box-sizing: border-box;
    position: fixed;
    inset: var(--_top, auto) auto var(--_bottom, auto)
      clamp(8px, var(--_on-left), 100vw - var(--_width) - 8px);
    inline-size: var(--_width);
    max-block-size: calc(100dvh - var(--_taken, 0px) - 16px);
    overflow: auto;
    overscroll-behavior: contain;
    visibility: inherit;
    color-scheme: var(--portal-color-scheme, inherit);
    font: 1em / 1.5 system-ui;
    font-size: var(--portal-font-size, medium);
    font-family: var(--portal-font, inherit);
    overflow-wrap: anywhere;
    padding: calc(var(--_space) * 3);
    color: var(--_text);
    background: var(--portal-card-background, var(--_surface));
    border: var(--portal-card-border, 1px solid var(--_border));
    border-radius: var(--portal-card-radius, calc(var(--_radius) * 1.75));
    box-shadow: var(--portal-card-shadow, var(--_shadow));
  }

  .panel:dir(rtl) {
    --_on-left: var(--_start);
  }

  .panel:not(:popover-open) {
    display: none;
  }

  /*
   * At once: with position-try-fallbacks WebKit never ends a transition from @starting-style, and Firefox may keep the
   * first frame of an animation. The panel would be open, take clicks, and not be seen.
   */
  .panel:popover-open {
    display: block;
  }

  .opener {
    anchor-name: --_opener;
  }

  @supports (position-area: block-end) {
    .panel {
      inset: auto;
      position-anchor: --_opener;
      position-area: block-end span-inline-start;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
      margin: 8px;
      max-block-size: calc(100% - 16px);
    }
  }

  .opener {
    display: inline-grid;
    grid-auto-flow: column;
    place-items: center;
    box-sizing: border-box;
    min-inline-size: max(44px, 2.75em);
    min-block-size: max(44px, 2.75em);
    margin: 0;
    padding: 0;
    /* Seen in forced colours. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    /* The header that it stands in may be dark. */
    color: inherit;
    font: inherit;
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  .opener:hover,
  .opener[aria-expanded='true'] {
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }

  .opener:focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: -2px;
  }

  .panel .alert {
    margin-block: calc(var(--_space) * 2) 0;
  }

  .panel .alert:first-child {
    margin-block-start: 0;
  }

  .panel :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
`;

const isAnchored = () => CSS.supports('position-area', 'block-end');

interface Parts {
  /** What the panel is to who does not see it. */
  role: 'group' | 'navigation';
  label: string;
  form: FormStrings;
  /** What stands on the button. */
  opener: TemplateResult;
  /** The button only keeps its place. */
  isWaiting?: boolean;
  content: unknown;
  /** For every key that is pressed in the panel. */
  onKey: (event: KeyboardEvent) => void;
  /** Where the arrow down leads from the button. */
  first: () => HTMLElement | undefined;
}

export class Popover implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #onOpen: () => void;
  /** A panel that leaves the page is closed by the browser without a word. */
  #opened: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, onOpen: () => void) {
    this.#host = host;
    this.#onOpen = onOpen;
    host.addController(this);
  }

  get isOpen(): boolean {
    return !!this.#opened?.isConnected;
  }

  open(): void {
    if (!this.isOpen) this.#panel?.showPopover();
  }

  /** … and gives the focus back: engines differ in when they do. */
  close(): void {
    if (!this.isOpen) return;
    this.#opened?.hidePopover();
    this.#button?.focus();
  }

  /** The button and its panel. */
  render({ role, label, form, opener, isWaiting, content, onKey, first }: Parts): TemplateResult {
    return html`<button
        class="opener ${isWaiting ? 'waiting' : ''}"
        part="button"
        type="button"
        popovertarget="panel"
        aria-expanded=${this.isOpen}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'ArrowDown' || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          this.open();
          first()?.focus();
        }}
      >
        ${opener}
      </button>
      <div
        class="panel"
        part="panel"
        id="panel"
        popover
        role=${role}
        aria-label=${label}
        lang=${form.locale}
        dir=${form.direction ?? nothing}
        @beforetoggle=${this.#onToggle}
        @focusout=${this.#onFocusOut}
        @keydown=${(event: KeyboardEvent) => {
          onKey(event);
          if (event.key === 'Escape') this.close();
        }}
      >
        ${content}
      </div>`;
  }

  hostDisconnected(): void {
    this.#opened = undefined;
  }

  get #button(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('.opener');
  }

  get #panel(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('.panel');
  }

  /** Who leaves by the Tab key is done with it. */
  #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !this.#host.shadowRoot?.contains(relatedTarget))
      this.#opened?.hidePopover();
  };

  /** Before the first picture of it. */
  #onToggle = ({ newState }: Event & { newState?: string }): void => {
    const isOpen = newState === 'open';
    this.#opened = (isOpen && this.#panel) || undefined;
    if (isOpen) {
      this.#place();
      this.#onOpen();
    }
    if (!isAnchored()) this.#listen(isOpen);
    this.#host.requestUpdate();
  };

  #listen(isOn: boolean) {
    const change = isOn ? addEventListener : removeEventListener;
    change('resize', this.#place);
    change('scroll', this.#place, { capture: true });
  }

  #place = (): void => {
    if (!this.isOpen) this.#listen(false);
    const button = this.#button;
    const panel = this.#opened;
    if (!button || !panel || isAnchored()) return;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const isAbove = innerHeight - bottom < 240 && top > innerHeight - bottom;
    const places = {
      '--_start': left,
      '--_end': right,
      '--_top': isAbove ? undefined : bottom + 8,
      '--_bottom': isAbove ? innerHeight - top + 8 : undefined,
      '--_taken': isAbove ? innerHeight - top : bottom,
    };
    for (const [name, value] of Object.entries(places))
      if (value === undefined) panel.style.removeProperty(name);
      else panel.style.setProperty(name, `${value}px`);
  };
}
