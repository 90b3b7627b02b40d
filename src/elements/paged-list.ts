/** A list that comes a page at a time: what follows is added below what is there, and the focus goes on with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { plural } from '../i18n/hub/plural.ts';
import type { ListStrings } from '../i18n/hub/strings.ts';
import type { Strings } from '../i18n/strings.ts';
import type { Page } from '../session/hub/answers.ts';
import type { Result } from '../session/types.ts';
import type { Member } from './member-data.ts';
import type { MemberElement } from './member-element.ts';

export interface ListSource<T> {
  /** Tells the lists of one element apart. */
  name: string;
  get(): Page<T> | undefined;
  set(page: Page<T>): void;
  ask(member: Member, cursor: string, signal: AbortSignal): Promise<Result<Page<T>>>;
}

export class PagedList<T extends { id: string }> {
  #host: MemberElement<object>;
  #source: ListSource<T>;

  constructor(host: MemberElement<object>, source: ListSource<T>) {
    this.#host = host;
    this.#source = source;
  }

  /** For `data-item`: where the focus finds what has come. Each takes it (`tabindex="-1"`). */
  key = ({ id }: T): string => `${this.#source.name} ${id}`;

  /** The way to the next page, while there is one. */
  more(strings: Strings & ListStrings): TemplateResult | typeof nothing {
    if (this.#source.get()?.next === undefined) return nothing;
    return html`<button
      class="more"
      part="more"
      type="button"
      aria-disabled=${this.#host.request.isPending}
      @click=${() => this.#next(strings)}
    >
      ${strings.more}
    </button>`;
  }

  #next(strings: Strings & ListStrings) {
    const { get, set, ask } = this.#source;
    const before = get();
    const cursor = before?.next;
    if (cursor === undefined) return;
    void this.#host.act(
      (member, signal) => ask(member, cursor, signal),
      ({ items, next }) => {
        // Another account's by now, or another filter's.
        if (get() !== before) return;
        // What was added on top meanwhile has moved the others down.
        const fresh = items.filter((item) => !before?.items.some(({ id }) => id === item.id));
        set({ items: [...before!.items, ...fresh], next });
        this.#host.tell(plural(fresh.length, strings.moreCame, strings));
        const target = fresh[0] ?? before!.items.at(-1);
        if (target) void this.#focus(this.key(target));
      },
    );
  }

  async #focus(key: string) {
    await this.#host.updateComplete;
    const items = this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-item]');
    [...items].find(({ dataset }) => dataset['item'] === key)?.focus();
  }
}
