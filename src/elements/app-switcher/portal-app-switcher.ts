/** The button that opens the list of apps. What is in the list is in app-panel.ts. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { appStrings } from '../../i18n/apps/en.ts';
import type { AppStrings } from '../../i18n/strings.ts';
import { eventually } from '../../internal/eventually.ts';
import type { Me } from '../../session/types.ts';
import { tokens } from '../../theme/tokens.ts';
import { Popover, popoverStyles } from '../../ui/member/popover.ts';
import { MeElement } from '../me-element.ts';
import type { Shown } from '../member-element.ts';
import { memberStyles } from '../member.styles.ts';
import type { AppPanel } from './app-panel.ts';
import { switcherStyles } from './portal-app-switcher.styles.ts';

const dots = svg`${[5, 12, 19].map((y) => [5, 12, 19].map((x) => svg`<circle cx=${x} cy=${y} r="2.1"></circle>`))}`;

const loadPanel = eventually(
  () => import('./app-panel.ts'),
  (part) => part.AppPanel,
);

/**
 * A button with nine dots that opens the apps which the business has given this account access to; one click goes
 * there, logged in. It is at home in the header of any page of the business: the button takes that header's colour and
 * font. Who is not logged in, or has no app, sees nothing of it. The list is there before it is opened, and asks for
 * nothing then. In it the arrow keys move in both directions, Home and End to the ends, letters to the app that begins
 * with them; Escape closes it.
 *
 * @tag portal-app-switcher
 * @summary The apps that this account may use now, one click away.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `open` for example. See docs/theming-preview.md.
 *
 * @slot icon - In place of the dots on the button; its name is said all the same.
 *
 * @csspart button - Opens the list.
 * @csspart panel - The list's surface.
 * @csspart apps - The list.
 * @csspart app - One app.
 * @csspart current - Of these, the one whose page this is.
 * @csspart icon - Its image, or the letter in its place.
 * @csspart badge - How many new things wait there.
 * @csspart alert - What went wrong as a whole.
 * @csspart retry - The button in the alert.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size in the list depends on.
 * @cssprop [--portal-font=inherit] - The font family of the list; the page's by default.
 * @cssprop [--portal-menu-width=20em] - The list's width, where there is room for it.
 *
 * @cssState busy - An app is being opened.
 * @cssState open - The list is shown.
 * @cssState empty - Nothing is shown: there is no app, or nobody is logged in.
 * @cssState loading - Which apps there are is not known yet; the button keeps its place.
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is.
 * @cssState failed - Which apps there are could not be learned; the list says so.
 *
 * @fires {CustomEvent<{ id: string }>} portal-app-opened - The visitor leaves for an app.
 * @fires {CustomEvent<{ to: 'profile', app: string }>} portal-navigate - The app needs more of the profile. Cancelable: else a portal-profile on the page is gone to.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalAppSwitcher extends MeElement {
  static override styles = [tokens, memberStyles, popoverStyles, switcherStyles];

  /** The identifier of the app that this page belongs to. By default the one whose start page is above this page. */
  @property() current?: string;

  #popover = new Popover(this, () => this.freshen());
  #panel: AppPanel | undefined;

  /** Opens the list. */
  open(): void {
    this.#popover.open();
  }

  /** Closes it, and gives the focus back. */
  close(): void {
    this.#popover.close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, store } = this.session;
    const { value, request } = this.data;
    if (state.status !== 'signed-in' || store?.blocked || value?.apps.length === 0) return nothing;
    const { all, form } = this.texts;
    const strings = appStrings(all);
    const news = value?.apps.reduce((sum, { badge = 0 }) => sum + badge, 0) ?? 0;
    return this.#popover.render({
      role: 'navigation',
      label: strings.apps,
      form,
      opener: html`<slot name="icon"
          ><svg class="dots" viewBox="0 0 24 24" aria-hidden="true">${dots}</svg></slot
        >
        <span class="heard">${strings.apps}${news ? `, ${this.news(news, strings)}` : nothing}</span>
        ${news ? html`<span class="dot"></span>` : nothing}`,
      isWaiting: !value && !request.problem,
      content:
        value && all
          ? this.content({ value, strings: all, account: state.account })
          : this.failure(() => this.skeleton()),
      onKey: (event) => this.#panel?.onKey(event),
      first: () => {
        const links = this.#panel?.links ?? [];
        return links.find((link) => link.ariaCurrent) ?? links[0];
      },
    });
  }

  /** One row. */
  protected override skeleton(): TemplateResult {
    return html`<span class="bone row" aria-hidden="true"></span>`;
  }

  protected override content(shown: Shown<Me>): TemplateResult {
    return this.#panel?.content(shown) ?? this.skeleton();
  }

  protected override states({ apps }: Me): (string | false)[] {
    return [this.#popover.isOpen && 'open', !apps.length && 'empty'];
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    void loadPanel().then((Panel) => {
      this.#panel = new Panel(this);
      (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(this.#panel.styles.styleSheet!);
      this.requestUpdate();
    });
  }

  /** @internal How many, in words. */
  news(count: number, { newInApp }: AppStrings): string {
    const { locale } = this.texts.form;
    const text = newInApp[new Intl.PluralRules(locale).select(count)] ?? newInApp.other;
    return this.afterForm?.fill(text, { count: new Intl.NumberFormat(locale).format(count) }) ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-app-switcher': PortalAppSwitcher;
  }
}
