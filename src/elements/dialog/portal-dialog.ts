/** Holds another element above the page. Private: `data-portal-open` makes one (open-on-click.ts). */
import { html, LitElement, nothing } from 'lit';
import { StringsController } from '../../i18n/strings-controller.ts';
import { tokens } from '../../theme/tokens.ts';
import { icon } from '../../ui/icons.ts';
import { loadAfterForm } from '../load-after-form.ts';
import { dialogStyles } from './portal-dialog.styles.ts';

const cross = icon('M6 6l12 12M18 6 6 18');

export class PortalDialog extends LitElement {
  static override styles = [tokens, dialogStyles];

  static override properties = { label: {}, isWide: { attribute: false } };

  /** What it is called by who does not see it. */
  declare label: string;
  declare isWide: boolean;

  #texts = new StringsController(this);
  /** Else a selection that ends beside the dialog would close it. */
  #isPressedBeside = false;

  constructor() {
    super();
    this.label = '';
    this.isWide = false;
    // What it was opened for is done.
    this.addEventListener('portal-signed-in', () => this.close());
  }

  /** What was typed before is still there. The browser gives the focus back when it closes. */
  async open(): Promise<void> {
    await this.updateComplete;
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const content = this.querySelector<HTMLElement & Partial<LitElement>>(':scope > *');
    await content?.updateComplete;
    content?.focus();
  }

  close(): void {
    this.#dialog?.close();
  }

  protected override render() {
    const { form, all } = this.#texts;
    return html`<dialog
      class=${this.isWide ? 'wide' : ''}
      part="dialog"
      aria-label=${this.label}
      lang=${form.locale}
      dir=${form.direction ?? nothing}
    >
      <div class="inside">
        <slot></slot>
        <button
          class="close"
          part="close"
          type="button"
          aria-label=${all?.close ?? nothing}
          @click=${() => this.close()}
        >
          ${cross}
        </button>
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    for (const type of ['pointerdown', 'click']) this.#dialog?.addEventListener(type, this.#onPointer);
    void loadAfterForm().then(({ en }) => this.#texts.complete(en));
  }

  /** Beside the dialog is the dialog itself, for its content fills it. For keys there is Escape. */
  #onPointer = ({ type, target }: Event): void => {
    const isBeside = target === this.#dialog;
    if (type === 'pointerdown') this.#isPressedBeside = isBeside;
    else if (isBeside && this.#isPressedBeside) this.close();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-dialog': PortalDialog;
  }
}
