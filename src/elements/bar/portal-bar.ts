/** The bar above a page of the business: its brand and links, and at the end the apps and who is logged in. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../i18n/strings-controller.ts';
import { create, query } from '../../internal/page.ts';
import { SessionController } from '../../session/session-controller.ts';
import { tokens } from '../../theme/tokens.ts';
import { barStyles } from './portal-bar.styles.ts';

/** What stands at the end for who is logged in, unless the page has put its own there. */
const parts = ['portal-app-switcher', 'portal-account-menu'];

/**
 * The top bar: logo and name of the business, the site's own links, and at the end the app switcher and the account
 * menu, or a button to log in with. A portal-app-switcher or portal-account-menu that the page puts inside takes the
 * place of the bar's own. Where there is little room the links move below.
 *
 * @tag portal-bar
 * @summary The top bar: brand, links, apps, account.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `signed-out` for example. See docs/theming-preview.md.
 *
 * @slot - The site's own links.
 * @slot brand - In place of logo and name.
 *
 * @csspart bar - The surface.
 * @csspart brand - Logo and name.
 * @csspart links - Around the site's own links.
 * @csspart log-in - Leads to the log-in.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 *
 * @fires {CustomEvent<{ to: 'login' }>} portal-navigate - The visitor wants to log in. Cancelable: else a portal-login on the page is gone to.
 */
export class PortalBar extends LitElement {
  static override styles = [
    tokens,
    barStyles,
    css`
      :host([hidden]) {
        display: none !important;
      }
    `,
  ];

  /** Where the brand leads. */
  @property() home = '/';

  /** The page with the log-in form, where it is not this one. */
  @property({ attribute: 'login-url' }) loginUrl?: string;

  #session = new SessionController(this);
  #texts = new StringsController(this);

  protected override firstUpdated(): void {
    for (const part of parts) {
      const own = [...this.children].find(({ localName }) => localName === part) ?? create(part);
      own.slot ||= part;
      if (!own.parentNode) this.append(own);
    }
  }

  protected override render(): TemplateResult {
    const { state, portal } = this.#session;
    const { logIn, locale, direction = nothing } = this.#texts.form;
    return html`<div class="bar" part="bar" lang=${locale} dir=${direction}>
      <a class="brand" part="brand" href=${this.home}>
        <slot name="brand">
          ${portal?.logo === undefined ? nothing : html`<img src=${portal.logo} alt="" referrerpolicy="no-referrer" />`}
          <span>${portal?.name}</span>
        </slot>
      </a>
      <div class="links" part="links"><slot></slot></div>
      <div class="end">
        ${parts.map((part) => html`<slot name=${part}></slot>`)}
        ${
          state.status === 'signed-out' || state.status === 'choosing'
            ? html`<a class="log-in" part="log-in" href=${this.loginUrl ?? '#'} @click=${this.#onLogIn}
                >${logIn}</a
              >`
            : nothing
        }
      </div>
    </div>`;
  }

  #onLogIn = (event: Event): void => {
    const detail = { to: 'login' };
    const request = new CustomEvent('portal-navigate', {
      detail,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    const isFree = this.dispatchEvent(request);
    if (isFree && this.loginUrl !== undefined) return;
    event.preventDefault();
    const login = isFree && query<HTMLElement>('portal-login').find((one) => one.checkVisibility());
    if (!login) return;
    login.scrollIntoView({ block: 'center' });
    login.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-bar': PortalBar;
  }
}
