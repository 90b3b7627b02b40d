/** Communities: which somebody is in, and which are open to join. What is said in them is the business's app. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { withCommunities } from '../../i18n/hub/communities-en.ts';
import { plural } from '../../i18n/hub/plural.ts';
import type { CommunityStrings } from '../../i18n/hub/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Page } from '../../session/hub/answers.ts';
import { communities, type Community, setMembership } from '../../session/hub/communities.ts';
import type { Result } from '../../session/types.ts';
import { HubElement, image } from '../hub-element.ts';
import type { Member } from '../member-data.ts';
import type { Shown } from '../member-element.ts';
import type { RequestState } from '../request.ts';
import { PagedList } from '../paged-list.ts';
import { communitiesStyles } from './portal-communities.styles.ts';

type List = 'mine' | 'open';
type Value = Record<List, Page<Community>>;
type Texts = Strings & CommunityStrings;

/**
 * The communities that a client is in, with what is unread there, and those that are open to join. Joining takes one
 * press, leaving two. Nothing to who is logged out. With `limit` it shows the client's own communities; those to join
 * where there are none.
 *
 * @tag portal-communities
 * @summary The client's communities, and those to join.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `empty` for example. See docs/theming-preview.md.
 *
 * @slot heading - In place of the heading.
 * @slot empty - In place of what is said where there is nothing.
 * @slot signed-out - Shown while nobody is logged in.
 * @slot footer - At the very end.
 *
 * @csspart card - The surface around everything.
 * @csspart header - Around the heading.
 * @csspart heading - The heading.
 * @csspart subheading - The heading of what is open to join.
 * @csspart content - Around the communities.
 * @csspart communities - A list of communities.
 * @csspart community - One community.
 * @csspart unread - How much is unread.
 * @csspart join - Joins.
 * @csspart leave - Asks whether to leave, and then leaves.
 * @csspart stay - Takes that back.
 * @csspart empty - In place of the client's own, where there are none.
 * @csspart more - Shows the next page.
 * @csspart alert - What went wrong.
 * @csspart retry - The button in the alert.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 * @cssprop [--portal-max-width=none] - The card's largest width.
 *
 * @cssState loading - The first answer is under way.
 * @cssState failed - The communities could not be had.
 * @cssState busy - Joining, leaving or a further page is under way.
 * @cssState empty - There are none.
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is logged in.
 *
 * @fires {CustomEvent<{ id: string }>} portal-community-joined - The client is in; the backend has said so.
 * @fires {CustomEvent<{ id: string }>} portal-community-left - The client is out; the backend has said so.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalCommunities extends HubElement<Value> {
  static override styles = [HubElement.styles, communitiesStyles];

  #lists: Record<List, PagedList<Community>> = { mine: this.#list('mine'), open: this.#list('open') };
  /** The community that is asked about. */
  #leaving: string | undefined;

  protected override load(member: Member, signal: AbortSignal): Promise<Result<Value>> {
    return this.both(['mine', 'open'], (show) => communities(member, { show, limit: this.pageSize }, signal));
  }

  protected override isEmpty({ mine, open }: Value): boolean {
    return !mine.items.length && !open.items.length;
  }

  protected override heading(all: Strings): string {
    return withCommunities(all).communities;
  }

  protected override skeleton(): TemplateResult {
    return html`<ul aria-hidden="true">
      ${Array.from(
        { length: Math.min(this.limit || 3, 6) },
        () =>
          html`<li class="item row">
            <div class="cover bone"></div>
            <div class="about">
              <span class="bone">&nbsp;</span>
              <p class="note">&nbsp;</p>
            </div>
          </li>`,
      )}
    </ul>`;
  }

  protected override content({ value: { mine, open }, strings: all }: Shown<Value>): TemplateResult {
    const strings = withCommunities(all);
    return html`
      ${
        mine.items.length
          ? this.#rows('mine', mine, strings)
          : this.empty(
              strings.communitiesEmpty,
              open.items.length ? strings.communitiesEmptyJoin : strings.communitiesEmptyLead,
            )
      }
      ${
        open.items.length
          ? html`<section>
              ${this.subheading(strings.communitiesOpen)} ${this.#rows('open', open, strings)}
            </section>`
          : nothing
      }
    `;
  }

  /** @internal Two refusals are this element's own. */
  override alertOf(state: RequestState): TemplateResult | typeof nothing {
    const { all } = this.texts;
    const code = state.status === 'failed' ? state.problem.code : undefined;
    const text =
      all &&
      {
        'community-not-found': withCommunities(all).communityGone,
        'community-closed': withCommunities(all).communityClosed,
      }[code as string];
    return (text && this.afterForm?.alert(text)) || super.alertOf(state);
  }

  #list(name: List): PagedList<Community> {
    return new PagedList(this, {
      name,
      get: () => this.data.value?.[name],
      set: (page) => this.data.set({ ...this.data.value!, [name]: page }),
      ask: (member, cursor, signal) => communities(member, { show: name, cursor }, signal),
    });
  }

  #rows(name: List, { items }: Page<Community>, strings: Texts) {
    return html`<ul part="communities">
        ${items.map(
          (community) =>
            html`<li
              class="item row"
              part="community"
              tabindex="-1"
              data-item=${this.#lists[name].key(community)}
              @keydown=${({ key }: KeyboardEvent) => {
                if (key === 'Escape' && this.#leaving === community.id) this.#ask(undefined, community);
              }}
            >
              ${this.#row(community, strings)}
            </li>`,
        )}
      </ul>
      ${this.limit ? nothing : this.#lists[name].more(strings)}`;
  }

  #row(community: Community, strings: Texts) {
    const { id, title, summary, url, isMember, members, unread, access } = community;
    const isBusy = this.request.isPending;
    const isLeaving = this.#leaving === id;
    return html`<div class="cover">
        <span aria-hidden="true">${[...title][0]}</span>${community.image ? image(community.image) : nothing}
      </div>
      <div class="about">
        <div class="line">
          ${
            url && isMember
              ? html`<a class="title" href=${url}><bdi>${title}</bdi></a>`
              : html`<strong class="title"><bdi>${title}</bdi></strong>`
          }
          ${
            isMember && unread
              ? html`<span class="badge" part="unread"
                  >${plural(unread, strings.communityUnread, strings)}</span
                >`
              : nothing
          }
        </div>
        ${summary ? html`<p class="summary"><bdi>${summary}</bdi></p>` : nothing}
        <p class="note">${plural(members, strings.communityMembers, strings)}</p>
      </div>
      ${
        isMember
          ? access === 'open' && !this.limit && !isLeaving
            ? html`<button
                class="link quiet"
                type="button"
                part="leave"
                aria-label=${`${strings.communityLeave}: ${title}`}
                @click=${() => this.#ask(id, community)}
              >
                ${strings.communityLeave}
              </button>`
            : nothing
          : html`<button
              type="button"
              part="join"
              aria-label=${`${strings.communityJoin}: ${title}`}
              aria-disabled=${isBusy}
              @click=${() => this.#become(community, true, strings)}
            >
              ${strings.communityJoin}
            </button>`
      }
      ${
        isLeaving
          ? html`<div class="ask" role="group" aria-labelledby="ask">
              <p id="ask">${fill(strings.communityLeaveAsk, { title })}</p>
              <div class="buttons">
                <button type="button" part="stay" @click=${() => this.#ask(undefined, community)}>
                  ${strings.communityStay}
                </button>
                <button
                  type="button"
                  part="leave"
                  aria-disabled=${isBusy}
                  @click=${() => this.#become(community, false, strings)}
                >
                  ${strings.communityLeave}
                </button>
              </div>
            </div>`
          : nothing
      }`;
  }

  /** The focus is on the answer that changes nothing, and back where it was afterwards. */
  #ask(id: string | undefined, community: Community) {
    this.#leaving = id;
    this.requestUpdate();
    const item = this.#lists.mine.key(community);
    void this.updateComplete.then(() =>
      this.#find(item)
        ?.querySelector<HTMLElement>(id ? '[part=stay]' : '[part=leave]')
        ?.focus(),
    );
  }

  /** Shown at once; put back when the backend refuses it. */
  #become(community: Community, isMember: boolean, strings: Texts) {
    const before = this.data.value;
    if (!before || this.request.isPending) return;
    const { id, title, members } = community;
    const to = isMember ? 'mine' : 'open';
    let shown = moved(before, {
      ...community,
      isMember,
      members: Math.max(0, members + (isMember ? 1 : -1)),
    });
    this.#leaving = undefined;
    this.data.set(shown);
    void this.updateComplete.then(() => this.#find(this.#lists[to].key(community))?.focus());
    void this.act(
      async (member, signal) => {
        // The same again, from the alert.
        if (this.data.value === before) this.data.set(shown);
        const result = await setMembership(member, id, isMember, signal);
        if (!result.ok && this.data.value === shown) this.data.set(before);
        // What is shown was true a while ago.
        if (!result.ok && result.problem.code.startsWith('community-')) void this.data.reload();
        return result;
      },
      (now) => {
        if (this.data.value === shown) this.data.set((shown = moved(before, now)));
        this.tell(fill(isMember ? strings.communityJoined : strings.communityLeft, { title }));
        this.emit(isMember ? 'portal-community-joined' : 'portal-community-left', { id });
      },
    );
  }

  #find(item: string) {
    const items = this.renderRoot.querySelectorAll<HTMLElement>('[data-item]');
    return [...items].find(({ dataset }) => dataset['item'] === item);
  }
}

/** On top of the list that it belongs to now. */
function moved({ mine, open }: Value, community: Community): Value {
  const others = ({ items, next }: Page<Community>, isHere: boolean): Page<Community> => {
    const rest = items.filter(({ id }) => id !== community.id);
    return { items: isHere ? [community, ...rest] : rest, next };
  };
  // Left, a closed one is not open to join.
  return {
    mine: others(mine, community.isMember),
    open: others(open, !community.isMember && community.access === 'open'),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-communities': PortalCommunities;
  }
}
