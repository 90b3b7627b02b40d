/**
 * The backend's own log-in page: from the log-in form, which is its light child, to the app that asked who is there. The
 * page is the answer's address, so the ticket is posted to it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { withSignOn } from '../../i18n/sign-on/en.ts';
import type { Strings } from '../../i18n/strings.ts';
import { create } from '../../internal/page.ts';
import { askTicket } from '../../session/apps/launch.ts';
import type { Me, Result } from '../../session/types.ts';
import { cardStyles } from '../../ui/card.styles.ts';
import { postTicket } from '../app-switcher/post-ticket.ts';
import { MeElement } from '../me-element.ts';
import type { Shown } from '../member-element.ts';
import { memberStyles } from '../member.styles.ts';
import { signOnStyles } from './sign-on.styles.ts';

/**
 * Who logs in here goes on to the app at once. Who was logged in before is asked: the page may have been opened by
 * somebody else's link.
 *
 * @tag portal-sign-on
 * @summary Private: what the backend's own log-in page is made of.
 *
 * @slot signed-out - The log-in form.
 */
export class PortalSignOn extends MeElement {
  static override styles = [cardStyles, memberStyles, signOnStyles];

  /** The app's identifier. */
  @property() app = '';

  /** Its name. */
  @property({ attribute: 'app-name' }) appName = '';

  /** The app does not take a log-in from before. */
  @property({ type: Boolean }) fresh = false;

  #profile: HTMLElement | undefined;
  /** Of the log-in form. */
  #step = '';
  #hasLoggedIn = false;
  #refusal: 'refused' | 'incomplete' | undefined;

  constructor() {
    super();
    this.addEventListener('portal-signed-in', () => (this.#hasLoggedIn = true));
    this.addEventListener('portal-step-changed', this.#onStep);
    this.addEventListener('portal-navigate', this.#onNavigate);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status } = this.session.state;
    if (status !== 'signed-in') {
      this.#refusal = undefined;
      this.#profile?.remove();
      this.#profile = undefined;
    } else if (this.#hasLoggedIn && this.#step !== 'signed-in') {
      // A new password is offered to who forgot the old one.
      return html`<slot name="signed-out"></slot>`;
    } else if (this.#refusal === 'incomplete') {
      return html`<slot name="profile"></slot>`;
    }
    return super.render();
  }

  protected override heading(all: Strings): string {
    const { signOn, signOnFresh, signOnRefused, signOnWait } = withSignOn(all);
    if (this.#refusal) return this.#fill(signOnRefused);
    if (this.#mustProve) return this.#fill(signOnFresh);
    return this.#fill(this.#hasLoggedIn ? signOnWait : signOn);
  }

  protected override skeleton(): TemplateResult {
    return html`<span class="bone who" aria-hidden="true">&nbsp;</span>`;
  }

  protected override content({ strings, account }: Shown<Me>): TemplateResult {
    const all = withSignOn(strings);
    const lead = this.#refusal ? all.signOnRefusedLead : this.#mustProve ? all.signOnFreshLead : undefined;
    return html`<p>${lead ?? all.signOnLead}</p>
      <p class="who"><bdi>${account.name}</bdi><bdi>${account.email}</bdi></p>
      <div class="ways">
        ${
          this.#refusal || this.#mustProve
            ? nothing
            : html`<button
                class="wide go"
                type="button"
                aria-disabled=${this.request.isPending}
                @click=${this.#goOn}
              >
                ${this.#fill(all.signOnNow)}
              </button>`
        }
        <button class="wide" type="button" @click=${this.#leave}>
          ${this.#mustProve && !this.#refusal ? all.logInAgain : all.otherAccount}
        </button>
      </div>`;
  }

  get #mustProve(): boolean {
    return this.fresh && !this.#hasLoggedIn;
  }

  #fill(text: string): string {
    return this.afterForm?.fill(text, { name: this.appName }) ?? '';
  }

  #goOn = (): void => {
    void this.act(
      async (member, signal): Promise<Result<'stayed' | 'refused' | 'incomplete'>> => {
        const asked = await askTicket(member, this.app, signal);
        if (asked.ok) {
          const here = { ...asked.value, url: location.href };
          return postTicket(this.renderRoot as ShadowRoot, here, signal, () => {});
        }
        const { code } = asked.problem;
        if (code === 'app-not-found') return { ok: true, value: 'refused' };
        return code === 'profile-incomplete' ? { ok: true, value: 'incomplete' } : asked;
      },
      (outcome) => {
        this.#refusal = outcome === 'stayed' ? undefined : outcome;
        if (this.#refusal === 'incomplete') this.#askProfile();
      },
    );
  };

  /** A light child, as the log-in form: the script tag defines what it finds in the document. */
  #askProfile(): void {
    this.#profile ??= create('portal-profile');
    this.#profile.slot = 'profile';
    this.#profile.setAttribute('return-to', this.app);
    this.append(this.#profile);
  }

  #leave = (): void => {
    this.#hasLoggedIn = false;
    void this.session.store?.signOut();
  };

  /** A task later: a new password may be offered, and that step follows at once. */
  #onStep = (event: Event): void => {
    const { step } = (event as CustomEvent<{ step: string }>).detail;
    setTimeout(() => {
      this.#step = step;
      this.requestUpdate();
      if (step === 'signed-in' && this.#hasLoggedIn) this.#goOn();
    });
  };

  #onNavigate = (event: Event): void => {
    if ((event as CustomEvent<{ to?: string }>).detail.to !== 'app') return;
    event.preventDefault();
    this.#goOn();
  };
}
