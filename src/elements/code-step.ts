/**
 * Entering an emailed code: the same for logging in and signing up. It owns the open flow, its two clocks and
 * what each answer means for them; it starts none.
 */
import { html } from 'lit';
import { sanitiseCode } from '../forms/code.ts';
import { duration, fill } from '../i18n/format.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { Problem, Result, SignInResult } from '../session/types.ts';
import { Countdown } from '../ui/countdown.ts';
import type { CredentialElement } from './credential-element.ts';
import { linkButton, type View } from './view.ts';

type FlowStarted = Extract<Awaited<ReturnType<SessionStore['resendCode']>>, { ok: true }>['value'];
type Verify = (
  store: SessionStore,
  proof: { flow: string; code: string },
  signal: AbortSignal,
) => Promise<Result<SignInResult>>;

/** After these nothing can be entered or sent any more in this flow. */
const over: readonly (Problem['code'] | undefined)[] = [
  'flow-invalid',
  'attempts-exhausted',
  'resend-exhausted',
];

export class CodeStep {
  #host: CredentialElement;
  #verify: Verify;
  #flow: FlowStarted | undefined;
  #life: Countdown;
  #rest: Countdown;

  constructor(host: CredentialElement, verify: Verify) {
    this.#host = host;
    this.#verify = verify;
    this.#life = new Countdown(host);
    this.#rest = new Countdown(host);
  }

  get isOpen(): boolean {
    return !!this.#flow;
  }

  open = (flow: FlowStarted): void => {
    this.#flow = flow;
    this.#life.start(flow.expiresIn);
    this.#rest.start(flow.resendIn);
  };

  close = (): void => {
    this.#flow = undefined;
    this.#life.stop();
    this.#rest.stop();
  };

  view(): View {
    const { strings, request } = this.#host;
    const { codeLength, tag } = this.#flow!;
    const back = () => this.#host.leave(this.close);
    const view = {
      step: 'enter-code',
      heading: strings.checkEmail,
      lead: fill(strings.codeLead, { length: codeLength }),
    };
    if (over.includes(request.problem?.code))
      return { ...view, lead: '', form: this.#host.action(strings.startAgain), onSubmit: back };

    const left = this.#life.left!;
    const isExpired = !left || request.problem?.code === 'code-expired';
    return {
      ...view,
      above: html`<div class="tag" part="tag">${fill(strings.request, { tag })}</div>`,
      form: html`${this.#host.emailField(true)}
      ${this.#host.field({
        name: 'code',
        label: strings.code,
        autocomplete: 'one-time-code',
        isNumeric: true,
        hint: left
          ? fill(strings.codeLives, { wait: duration(left, strings) })
          : strings.problems['code-expired'],
        onInput: ({ target }) => this.#onInput(target as HTMLInputElement),
      })}
      ${this.#host.action(isExpired ? strings.resend : strings.confirm)}`,
      onSubmit: isExpired ? this.#resend : this.#submit,
      below: html`${isExpired ? '' : this.#resendButton()}${linkButton(strings.otherEmail, back, 'back')}`,
    };
  }

  #resendButton() {
    const { strings } = this.#host;
    const rest = this.#rest.left;
    const label = rest ? fill(strings.resendIn, { wait: duration(rest, strings) }) : strings.resend;
    return html`<button
      class="link"
      type="button"
      part="resend"
      aria-disabled=${!!rest}
      @click=${this.#resend}
    >
      ${label}
    </button>`;
  }

  /** Only when it changes something: writing the value moves the caret. */
  #onInput(input: HTMLInputElement) {
    const code = sanitiseCode(input.value, this.#flow!.codeLength);
    if (code !== input.value) input.value = code;
  }

  #submit = () => {
    const { flow, codeLength } = this.#flow!;
    const code = sanitiseCode(this.#host.form.value('code'), codeLength);
    void this.#host.run(
      (store, signal) => this.#verify(store, { flow, code }, signal),
      (outcome) => {
        this.close();
        this.#host.onProof(outcome);
      },
    );
  };

  #resend = () => {
    if (this.#rest.left) return;
    const { flow } = this.#flow!;
    void this.#host.run(
      async (store, signal) => {
        const result = await store.resendCode({ flow }, signal);
        // The server's clock decides: another tab or an earlier answer that got lost may have sent one.
        if (!result.ok && result.problem.retryAfter) this.#rest.start(result.problem.retryAfter);
        return result;
      },
      (renewed) => {
        this.open(renewed);
        this.#host.form.fill('code', '');
        this.#host.tell(this.#host.strings.resent);
      },
      this.#resend,
    );
  };
}
