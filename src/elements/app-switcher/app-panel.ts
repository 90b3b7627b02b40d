/**
 * What is in the switcher's list, and going to an app. The button stands there without it; it is fetched before
 * somebody can have opened the list.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { appStrings } from '../../i18n/apps/en.ts';
import type { AppStrings, Strings } from '../../i18n/strings.ts';
import { query } from '../../internal/page.ts';
import { type AppTile, askTicket } from '../../session/apps/launch.ts';
import type { Me, Problem, Result } from '../../session/types.ts';
import { neighbour } from '../../ui/member/neighbour.ts';
import type { Shown } from '../member-element.ts';
import { panelStyles } from './app-panel.styles.ts';
import type { PortalAppSwitcher } from './portal-app-switcher.ts';
import { postTicket } from './post-ticket.ts';
import { appIcon, appOfPage, badgeOf, TypeAhead } from './tiles.ts';

/** Nothing that the visitor could try again would change it. */
const final: readonly Problem['code'][] = ['app-not-found', 'form-blocked'];

export class AppPanel {
  readonly styles = panelStyles;
  #host: PortalAppSwitcher;
  #typeAhead = new TypeAhead();
  /** The app that was clicked last: what comes of that is said with its name. */
  #asked: AppTile | undefined;
  /** Icons that did not come. */
  #broken = new Set<string>();
  /** An app that wants more of the profile, where nobody took the visitor there. */
  #wanting: AppTile | undefined;

  constructor(host: PortalAppSwitcher) {
    this.#host = host;
  }

  content({ value: { apps }, strings: all }: Shown<Me>): TemplateResult {
    const strings = appStrings(all);
    const opening = this.#host.request.isPending ? this.#asked : undefined;
    const current = this.#host.current ?? appOfPage(apps, location.href);
    return html`${this.#alert(all, strings)}
      <ul class="tiles" part="apps">
        ${apps.map(
          (app) =>
            html`<li>
              <a
                class="tile ${app.id === opening?.id ? 'opening' : ''}"
                part="app${app.id === current ? ' current' : ''}"
                href=${app.url}
                aria-current=${app.id === current ? 'true' : nothing}
                aria-disabled=${opening && app.id !== opening.id ? 'true' : nothing}
                @click=${(event: MouseEvent) => this.#onClick(event, app)}
              >
                <span class="icon" part="icon">
                  ${appIcon(app, this.#broken.has(app.icon ?? ''), () => this.#onBroken(app))}
                  ${badgeOf(app.badge)}
                </span>
                <bdi class="name">${app.name}</bdi>
                ${app.badge ? html`<span class="heard">${this.#host.news(app.badge, strings)}</span>` : nothing}
              </a>
            </li>`,
        )}
      </ul>
      <p class="status" role="status">${opening ? this.#fill(strings.openingApp, opening) : ''}</p>`;
  }

  /** For the panel's `keydown`. */
  onKey(event: KeyboardEvent): void {
    const links = this.links;
    const from = links.findIndex((link) => link.matches(':focus'));
    let to = neighbour(links, from, event);
    const isTyped = [...event.key].length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (!to && from >= 0 && isTyped) {
      const names = this.#host.data.value?.apps.map(({ name }) => name) ?? [];
      to = links[this.#typeAhead.find(names, from, event.key, this.#host.texts.form.locale)];
    }
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  get links(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.tile[href]')];
  }

  #fill(text: string, app: AppTile | undefined): string {
    return this.#host.afterForm?.fill(text, { name: app?.name ?? '' }) ?? '';
  }

  #alert(all: Strings, strings: AppStrings) {
    const { afterForm, request } = this.#host;
    if (request.state.status === 'failed') {
      const { problem, retry } = request.state;
      const action = final.includes(problem.code) ? undefined : { label: all.retry, run: retry };
      return afterForm?.alert(this.#sentence(problem, strings), action);
    }
    return this.#wanting ? afterForm?.alert(this.#fill(strings.appNeedsProfile, this.#wanting)) : nothing;
  }

  #sentence(problem: Problem, { appGone, appBlocked }: AppStrings): string {
    if (problem.code === 'app-not-found') return this.#fill(appGone, this.#asked);
    if (problem.code === 'form-blocked') return this.#fill(appBlocked, this.#asked);
    return this.#host.problemText(problem) ?? '';
  }

  #onClick(event: MouseEvent, app: AppTile) {
    if (this.#host.request.isPending) return event.preventDefault();
    if (app.kind === 'link') return void this.#host.emit('portal-app-opened', { id: app.id });
    // In another tab or window, by the visitor's own keys: there the app begins the log-in by itself.
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#launch(app);
  }

  #launch(app: AppTile) {
    const host = this.#host;
    this.#asked = app;
    this.#wanting = undefined;
    void host.act(
      async (member, signal): Promise<Result<'stayed' | 'profile'>> => {
        const asked = await askTicket(member, app.id, signal);
        if (asked.ok) {
          const leave = () => void host.emit('portal-app-opened', { id: app.id });
          return postTicket(host.renderRoot as ShadowRoot, asked.value, signal, leave);
        }
        // What is shown was true a while ago.
        if (asked.problem.code === 'app-not-found') void member.shared.refresh();
        return asked.problem.code === 'profile-incomplete' ? { ok: true, value: 'profile' } : asked;
      },
      (outcome) => outcome === 'profile' && this.#toProfile(app),
    );
  }

  /** The page decides where its visitors complete their profile. */
  #toProfile(app: AppTile) {
    const host = this.#host;
    if (!host.emit('portal-navigate', { to: 'profile', app: app.id }, true)) return host.close();
    const profile = query<HTMLElement>('portal-profile').find((one) => one.checkVisibility());
    if (!profile) {
      this.#wanting = app;
      return;
    }
    host.close();
    profile.scrollIntoView({ block: 'start' });
    profile.focus();
  }

  #onBroken({ icon = '' }: AppTile) {
    this.#broken.add(icon);
    this.#host.requestUpdate();
  }
}
