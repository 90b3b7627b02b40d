/** The whole portal in one tag: the ways in while nobody is logged in, then the bar, the places and what is in them. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { StringsController } from '../../i18n/strings-controller.ts';
import { withPlaces } from '../../i18n/hub/places.ts';
import { plural } from '../../i18n/hub/plural.ts';
import type { PlaceStrings, Strings } from '../../i18n/strings.ts';
import { SessionController } from '../../session/session-controller.ts';
import { tokens } from '../../theme/tokens.ts';
import { setStates } from '../../ui/states.ts';
import { loadAfterForm } from '../load-after-form.ts';
import { MemberData } from '../member-data.ts';
import type { PortalCourses } from '../courses/portal-courses.ts';
import { hubStyles } from './hub.styles.ts';
import { LightParts, type Part } from './light-parts.ts';
import { entryOf, hashOf, type Place, placeOf, places, type Section, sections } from './routes.ts';

/** What stands on the home, below the greeting; shortened, each leads on to its place. The last says so where nothing is. */
const atHome: Partial<Record<Section, Part>> = {
  courses: { tag: 'portal-courses', slot: 'courses', attributes: { limit: '3' } },
  communities: { tag: 'portal-communities', slot: 'communities', attributes: { limit: '3' } },
  activity: { tag: 'portal-activity', slot: 'activity', attributes: { limit: '5', 'show-empty': '' } },
};

const withLevel = (part: Part, level: number): Part => ({
  ...part,
  attributes: { ...part.attributes, 'heading-level': `${level}` },
});

/**
 * The client portal, complete. Signed out it shows the log-in form (and sign-up, where the page's URL ends with
 * `#portal/sign-up`); after a proof that fits several accounts the choice between them; with an incomplete profile that
 * first; then the bar and the home. Its places follow the page's URL behind the `#`, so that back, reload and links
 * work: `#portal/courses`. Whatever else stands there is the page's own and is left alone.
 *
 * @tag portal-hub
 * @summary The whole client portal in one tag.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `courses:empty` for example. See docs/theming-preview.md.
 *
 * @slot signed-out - Above the log-in form.
 * @slot heading - In place of the greeting on the home.
 * @slot home - On the home, below the greeting.
 * @slot footer - At the very end.
 *
 * @csspart nav - The ways to the places.
 * @csspart place - One of them.
 * @csspart greeting - The greeting on the home.
 * @csspart notice - Says that the profile is not complete.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 *
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is.
 *
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalHub extends LitElement {
  static override styles = [tokens, hubStyles];

  static override properties = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    sections: {},
  };

  /** The level of its headings in the page's outline, 1 to 5; what stands below the greeting is one further down. */
  declare headingLevel: number;

  /** Which places there are beside home and profile, in their order: `courses communities activity affiliate`. */
  declare sections: string;

  #session = new SessionController(this);
  #texts = new StringsController(this);
  #me = new MemberData(this, this.#session, ({ shared }) => shared.read());
  #parts = new LightParts(this);
  #internals = this.attachInternals();
  #isReady = false;
  #entry: Part | undefined;
  /** Of the way in. */
  #step = '';
  #isInside = false;
  /** The app that the profile is completed for. */
  #wanted: Record<string, string> = {};
  /** The parts of the home of which is known whether they hold anything. */
  #settled = new WeakSet<EventTarget>();
  /** The visitor went there just now: then the focus goes along. */
  #hasMoved = false;

  constructor() {
    super();
    this.headingLevel = 2;
    this.sections = sections.join(' ');
    this.addController({
      hostConnected: () => addEventListener('hashchange', this.#onHash),
      hostDisconnected: () => removeEventListener('hashchange', this.#onHash),
    });
    this.addEventListener('portal-navigate', this.#onNavigate);
    this.addEventListener('portal-step-changed', this.#onStep);
    this.addEventListener('portal-profile-saved', this.#onSaved);
    this.addEventListener('portal-settled', ({ target }) => {
      this.#settled.add(target!);
      this.requestUpdate();
    });
  }

  protected override render() {
    const { status } = this.#session.state;
    const { all, form } = this.#texts;
    const isIn = status === 'signed-in' && !this.#isEntering;
    return html`<div class="hub" lang=${form.locale} dir=${form.direction ?? nothing}>
      ${
        status === 'unknown'
          ? nothing
          : html`${
                isIn
                  ? html`<slot name="bar"></slot> ${all ? this.#inside(withPlaces(all)) : nothing}`
                  : html`<slot name="signed-out"></slot>
                      <div class="entry"><slot name="entry"></slot></div>`
              } <slot name="footer"></slot>`
      }
    </div>`;
  }

  protected override firstUpdated(): void {
    void loadAfterForm().then(({ en }) => {
      this.#texts.complete(en);
      this.requestUpdate();
    });
  }

  protected override updated(): void {
    const { state, binding } = this.#session;
    const { status } = state;
    setStates(this.#internals, [status !== 'unknown' && (status === 'signed-in' ? status : 'signed-out')]);
    if (binding === 'bound' && !this.#isReady) {
      this.#isReady = true;
      this.dispatchEvent(new CustomEvent('portal-ready', { detail: {}, bubbles: true, composed: true }));
    }
    if (status === 'signed-in') this.#parts.show(this.#partsOf(this.#place));
    else if (status !== 'unknown') this.#enter();
    const way = this.renderRoot.querySelector<HTMLElement>('[aria-current]');
    // On a small screen it may lie beyond the edge. The one before it peeps out.
    if (way) way.parentElement!.scrollLeft = way.offsetLeft - 48;
    if (!this.#hasMoved) return;
    this.#hasMoved = false;
    this.renderRoot.querySelector<HTMLElement>('section')?.focus();
  }

  /** Where the visitor is: what the URL says, else what comes first for them. */
  get #place(): Place {
    const place = placeOf(location.hash);
    if (place && this.#places.includes(place)) return place;
    return this.#missing > 0 ? 'profile' : 'home';
  }

  get #places(): Place[] {
    const wanted = ['home', ...this.sections.split(/\s+/), 'profile'];
    return places.filter((place) => wanted.includes(place));
  }

  get #missing(): number {
    return this.#me.value?.profile.missing.length ?? 0;
  }

  #enter(): void {
    // Nothing of whoever was here before stays.
    if (this.#isInside) this.#parts.forget();
    this.#isInside = false;
    this.#wanted = {};
    this.#entry = withLevel({ tag: entryOf(location.hash), slot: 'entry' }, this.headingLevel);
    this.#parts.show([this.#entry]);
  }

  /**
   * The way in stays until somebody logs out: it may still have something to offer, a new password for who forgot the
   * old one, and to tell the page.
   */
  #partsOf(place: Place): Part[] {
    const entry = this.#entry ? [this.#entry] : [];
    if (this.#isEntering) return entry;
    // The field that had the focus is gone.
    this.#hasMoved ||= !this.#isInside && !!this.#entry;
    this.#isInside = true;
    const there: Part[] =
      place === 'home'
        ? this.#places.flatMap((one) => atHome[one as Section] ?? [])
        : [{ tag: `portal-${place}`, slot: 'place', attributes: this.#wanted }];
    // On the home they stand below the greeting.
    const level = place === 'home' ? this.headingLevel + 1 : this.headingLevel;
    const titled = there.map((part) => withLevel(part, level));
    return [...entry, { tag: 'portal-bar', slot: 'bar' }, ...titled];
  }

  /** Somebody has just logged in here, and is not through. */
  get #isEntering(): boolean {
    return !!this.#entry && this.#step !== 'signed-in';
  }

  #inside(strings: Strings & PlaceStrings): TemplateResult {
    const place = this.#place;
    return html`<nav part="nav" aria-label=${strings.places}>
        ${this.#places.map(
          (one) =>
            html`<a part="place" href=${hashOf(one)} aria-current=${one === place ? 'page' : nothing}>
              ${strings[one]}
            </a>`,
        )}
      </nav>
      <section tabindex="-1" aria-label=${strings[place]}>
        ${place === 'home' ? this.#home(strings) : nothing}
        <div class="parts"><slot name="place"></slot></div>
      </section>`;
  }

  #home(strings: Strings & PlaceStrings): TemplateResult {
    const { state } = this.#session;
    const name = state.status === 'signed-in' ? state.account.name : '';
    const missing = this.#missing;
    return html`<slot name="heading">
        <div class="greeting" part="greeting" role="heading" aria-level=${this.headingLevel}>
          <bdi>${fill(strings.greeting, { name })}</bdi>
        </div>
      </slot>
      ${
        missing > 0
          ? html`<div class="notice" part="notice">
              <span>${plural(missing, strings.profileIncomplete, strings)}</span>
              <a href=${hashOf('profile')}>${strings.completeProfile}</a>
            </div>`
          : nothing
      }
      <div ?hidden=${!this.#me.value && !this.#me.request.problem}>
        <slot name="home"></slot>
        <div class="home parts">
          <div class="parts" ?hidden=${this.#isAlone}>${this.#inTurn('courses')}</div>
          <div class="parts">
            ${this.#inTurn('communities', 'courses')} ${this.#inTurn('activity', 'courses', 'communities')}
          </div>
        </div>
      </div>`;
  }

  /** Without courses beside them the others have the whole width. */
  get #isAlone(): boolean {
    // Before its code has come it is known of none that it is left out.
    const courses = this.querySelector<PortalCourses>(':scope > [slot=courses]');
    return !this.#places.includes('courses') || !!courses?.isLeftOut;
  }

  /** One that turns out to be empty takes no room: what stands below it waits until that is known. */
  #inTurn(name: Section, ...above: Section[]) {
    const isOpen = (one: Section) => {
      const part = this.querySelector(`:scope > [slot=${one}]`);
      return this.#places.includes(one) && !(part && this.#settled.has(part));
    };
    return html`<slot name=${name} ?hidden=${above.some(isOpen)}></slot>`;
  }

  #onHash = (): void => {
    this.#hasMoved = !!placeOf(location.hash);
    this.requestUpdate();
  };

  #onSaved = async (): Promise<void> => {
    const member = await this.#session.store?.member();
    if ((await member?.shared.refresh())?.ok) await this.#me.reload();
  };

  /** A task later: who has just logged in may be offered a new password, which follows at once. */
  #onStep = (event: Event): void => {
    if ((event.target as Element).slot !== 'entry') return;
    const { step } = (event as CustomEvent<{ step: string }>).detail;
    setTimeout(() => {
      this.#step = step;
      this.requestUpdate();
    });
  };

  /** One of the parts leads somewhere: here, unless the page has a place of its own for it. */
  #onNavigate = (event: Event): void => {
    const { to, app } = (event as CustomEvent<{ to?: string; app?: string }>).detail;
    const place = places.find((one) => one === to);
    if (!place || event.defaultPrevented) return;
    event.preventDefault();
    if (app) this.#wanted = { 'return-to': app };
    location.hash = hashOf(place);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-hub': PortalHub;
  }
}
