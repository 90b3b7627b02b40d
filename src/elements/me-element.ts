/** The ground of what stands in a header and shows something of `GET /me`: one request for all of them. */
import type { PropertyValues, TemplateResult } from 'lit';
import type { Me, Result } from '../session/types.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { Member } from './member-data.ts';
import { MemberElement } from './member-element.ts';

export abstract class MeElement extends MemberElement<Me> {
  #followed: SessionStore | undefined;
  #unsubscribe: (() => void) | undefined;

  protected override load({ shared }: Member): Promise<Result<Me>> {
    return shared.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#followed = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { store, state } = this.session;
    if (!store || store === this.#followed || state.status !== 'signed-in') return;
    this.#unsubscribe?.();
    this.#followed = store;
    void store.member().then(({ shared }) => {
      if (this.#followed !== store) return;
      this.#unsubscribe = shared.subscribe(() => shared.value && this.data.set(shared.value));
    });
  }

  /** In the content's place where it could not be had: why, and another try. `waiting`: until that is known. */
  protected failure(waiting: () => TemplateResult): TemplateResult {
    const { state } = this.data.request;
    const { all } = this.texts;
    if (state.status !== 'failed' || !all || !this.afterForm) return waiting();
    const text = this.problemText(state.problem) ?? '';
    return this.afterForm.alert(text, { label: all.retry, run: state.retry });
  }

  /** What is shown may have changed meanwhile: asked in the background, for who looks at it now. */
  protected freshen(): void {
    void this.session.store?.member().then(({ shared }) => shared.freshen());
  }
}
