/** Who is logged in, and what that person can do about it: another account, the profile, log out. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { accountStrings } from '../../i18n/account/en.ts';
import { create, query } from '../../internal/page.ts';
import type { Account, Me } from '../../session/types.ts';
import { tokens } from '../../theme/tokens.ts';
import { neighbour } from '../../ui/member/neighbour.ts';
import { Popover, popoverStyles } from '../../ui/member/popover.ts';
import { switchTo } from '../account-picker/switch-to.ts';
import type { PortalAccountPicker } from '../account-picker/portal-account-picker.ts';
import { MeElement } from '../me-element.ts';
import type { Shown } from '../member-element.ts';
import { memberStyles } from '../member.styles.ts';
import { menuStyles } from './portal-account-menu.styles.ts';

/**
 * A button with the initials of who is logged in. It opens a menu that says who that is, lists the other accounts of
 * the same email with what tells them apart, leads to the profile and logs out. Switching is one click while the proof
 * of the log-in is fresh; then the menu asks as portal-account-picker does. It is at home in any header: the button
 * takes that header's font. Who is not logged in sees nothing of it.
 *
 * @tag portal-account-menu
 * @summary Who is logged in: switch account, profile, log out.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `open` for example. See docs/theming-preview.md.
 *
 * @slot icon - In place of the initials on the button; its name is said all the same.
 * @slot picker - Used by the element itself, where switching asks for a proof.
 *
 * @csspart button - Opens the menu.
 * @csspart panel - The menu's surface.
 * @csspart who - Name and email of who is logged in.
 * @csspart accounts - The list of other accounts.
 * @csspart account - One of these.
 * @csspart profile - Leads to the profile.
 * @csspart log-out - Logs out.
 * @csspart alert - What went wrong as a whole.
 * @csspart retry - The button in the alert.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size in the menu depends on.
 * @cssprop [--portal-font=inherit] - The font family of the menu; the page's by default.
 * @cssprop [--portal-menu-width=20em] - The menu's width, where there is room for it.
 *
 * @cssState busy - A switch is under way.
 * @cssState loading - Which other accounts there are is not known yet.
 * @cssState failed - That could not be learned; the menu says so.
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is.
 * @cssState open - The menu is shown.
 *
 * @fires {CustomEvent<{ to: 'profile' }>} portal-navigate - The visitor wants the profile. Cancelable: else a portal-profile on the page is gone to.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalAccountMenu extends MeElement {
  static override styles = [
    tokens,
    memberStyles,
    popoverStyles,
    menuStyles,
    css`
      :host([hidden]) {
        display: none !important;
      }
    `,
  ];

  /** The page with the profile, where it is not this one. */
  @property({ attribute: 'profile-url' }) profileUrl?: string;

  #popover = new Popover(this, () => this.freshen());
  /** Asks for the proof that a switch needs. A light child: password managers must find its form. */
  #picker: PortalAccountPicker | undefined;

  /** Opens the menu. */
  open(): void {
    this.#popover.open();
  }

  /** Closes it, and gives the focus back. */
  close(): void {
    this.#popover.close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, store } = this.session;
    if (state.status !== 'signed-in' || store?.blocked) return nothing;
    const { account } = state;
    const { all, form } = this.texts;
    const { value } = this.data;
    const label = accountStrings(all).account.replace('{name}', () => account.name);
    return this.#popover.render({
      role: 'group',
      label,
      form,
      opener: html`<slot name="icon"><span class="avatar" aria-hidden="true">${initials(account)}</span></slot
        ><span class="heard">${label}</span>`,
      content: html`<div class="who" part="who">
          <span class="avatar" aria-hidden="true">${initials(account)}</span>
          <span>
            <strong><bdi>${account.name}</bdi></strong>
            <small><bdi>${account.email}</bdi></small>
          </span>
        </div>
        <slot name="picker"></slot>
        ${
          value && all && this.afterForm
            ? this.content({ value, strings: all, account })
            : this.failure(() => this.skeleton())
        }
        ${all ? this.#ways(all.logOut, accountStrings(all).profile) : nothing}
        <p class="heard" role="status">${this.request.isPending ? form.working : ''}</p>`,
      onKey: this.#onKey,
      first: () => this.#items[0],
    });
  }

  protected override skeleton(): TemplateResult {
    return html`<span class="bone way" aria-hidden="true"></span>`;
  }

  /** The other accounts. */
  protected override content({ value: { accounts }, strings, account }: Shown<Me>): TemplateResult {
    const others = accounts.filter(({ id }) => id !== account.id);
    const { request } = this;
    const failed = request.state.status === 'failed' ? request.state : undefined;
    return html`${failed && this.afterForm ? this.afterForm.problemAlert(failed, this, strings) : nothing}
    ${
      others.length && !this.#picker?.isConnected
        ? html`<div class="others" role="group" aria-labelledby="others">
            <p class="title" id="others">${accountStrings(strings).otherAccounts}</p>
            ${this.afterForm?.accountList(
              others.map((one) => ({ ...one, handle: one.id })),
              strings,
              request.isPending,
              (id) => this.#switch(id),
            )}
          </div>`
        : nothing
    }`;
  }

  protected override states(): (string | false)[] {
    return [this.#popover.isOpen && 'open'];
  }

  #ways(logOut: string, profile: string) {
    return html`<div class="ways">
      ${
        this.profileUrl !== undefined
          ? html`<a class="way" part="profile" href=${this.profileUrl} @click=${this.#onProfileLink}
              >${profile}</a
            >`
          : this.#profile
            ? html`<button class="way" type="button" part="profile" @click=${this.#toProfile}>
                ${profile}
              </button>`
            : nothing
      }
      <button class="way" type="button" part="log-out" @click=${() => void this.session.store?.signOut()}>
        ${logOut}
      </button>
    </div>`;
  }

  /** Where the profile is, on this page. */
  get #profile(): HTMLElement | undefined {
    return query<HTMLElement>('portal-profile, portal-hub')[0];
  }

  #onProfileLink = (event: Event): void => {
    if (!this.emit('portal-navigate', { to: 'profile' }, true)) event.preventDefault();
  };

  #toProfile = (): void => {
    this.close();
    if (!this.emit('portal-navigate', { to: 'profile' }, true)) return;
    this.#profile?.scrollIntoView({ block: 'start' });
    this.#profile?.focus();
  };

  #switch(id: string) {
    const { store } = this.session;
    if (!store) return;
    void this.act(
      (_, signal) => switchTo(() => store.member(), id, signal),
      (outcome) => (outcome === 'unproved' ? this.#ask(id) : this.close()),
    );
  }

  /** In this menu, until it is done: the picker then has another account, and the menu closes. */
  #ask(id: string) {
    const picker = (this.#picker = create('portal-account-picker') as PortalAccountPicker);
    picker.slot = 'picker';
    this.append(picker);
    void customElements.whenDefined('portal-account-picker').then(() => picker.ask(id));
    this.requestUpdate();
  }

  #dismissPicker() {
    this.#picker?.remove();
    this.#picker = undefined;
  }

  protected override willUpdate(): void {
    const { state } = this.session;
    const id = state.status === 'signed-in' ? state.account.id : undefined;
    if (id === this.#shown) return;
    if (this.#shown !== undefined && this.#picker) {
      this.#dismissPicker();
      this.close();
    }
    this.#shown = id;
  }

  #shown: string | undefined;

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.panel button, .panel a')];
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#dismissPicker();
    const items = this.#items;
    const to = neighbour(
      items,
      items.findIndex((item) => item.matches(':focus')),
      event,
    );
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
}

/** At most two: of the first word and the last. */
function initials({ name }: Account): string {
  const words = name.split(/\s+/u).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-menu': PortalAccountMenu;
  }
}
