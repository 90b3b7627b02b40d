/** A list that is asked for only when somebody wants to see it; anew when a filter changes. */
import { html, type TemplateResult } from 'lit';
import type { ListStrings } from '../i18n/hub/strings.ts';
import type { Strings } from '../i18n/strings.ts';
import type { Page } from '../session/hub/answers.ts';
import type { Result } from '../session/types.ts';
import { type Member, MemberData } from './member-data.ts';
import type { MemberElement } from './member-element.ts';
import { PagedList } from './paged-list.ts';
import type { RequestState } from './request.ts';

type Ask<T> = (member: Member, cursor: string | undefined, signal: AbortSignal) => Promise<Result<Page<T>>>;

export class LateList<T extends { id: string }> {
  readonly paged: PagedList<T>;
  #host: MemberElement<object>;
  #ask: Ask<T>;
  #data: MemberData<Page<T>> | undefined;

  constructor(host: MemberElement<object>, name: string, ask: Ask<T>) {
    this.#host = host;
    this.#ask = ask;
    this.paged = new PagedList(host, {
      name,
      get: () => this.#data?.value,
      set: (page) => this.#data?.set(page),
      ask,
    });
  }

  get problem(): RequestState {
    return this.#data?.request.state ?? { status: 'idle' };
  }

  /** From then on it follows who is logged in. */
  open(): void {
    this.#data ??= new MemberData(this.#host, this.#host.session, (member, signal) =>
      this.#ask(member, undefined, signal),
    );
    this.#host.requestUpdate();
  }

  /** What was there answers another question. An answer to that which still comes is dropped. */
  askAnew(): void {
    if (!this.#data) return;
    this.#data.value = undefined;
    void this.#data.reload();
  }

  view(
    strings: Strings & ListStrings,
    list: (items: readonly T[]) => TemplateResult,
    none: TemplateResult,
  ): TemplateResult {
    const page = this.#data?.value;
    if (!page) return html`<div class="loading bone" aria-busy="true"></div>`;
    return html`${page.items.length ? list(page.items) : none}${this.paged.more(strings)}`;
  }
}
