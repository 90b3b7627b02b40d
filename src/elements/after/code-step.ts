/**
 * Entering an emailed code: the same for logging in and signing up. It owns one open flow, its two clocks and
 * what each answer means for them.
 */
import { html, nothing, type ReactiveController } from 'lit';
import { sanitiseCode } from '../../forms/after/code.ts';
import { duration, fill } from '../../i18n/after/format.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Problem, Result, SignInResult } from '../../session/types.ts';
import { Countdown } from '../../ui/after/countdown.ts';
import type { CredentialElement } from '../credential-element.ts';
import { linkButton, type View } from '../view.ts';

type FlowStarted = Extract<Awaited<ReturnType<SessionStore['resendCode']>>, { ok: true }>['value'];
export type Verify = (
  store: SessionStore,
  proof: { flow: string; code: string },
  signal: AbortSignal,
) => Promise<Result<SignInResult>>;

/** What a right code leads to. */
export type OnProof = (host: CredentialElement, outcome: SignInResult) => void;

/** After these nothing can be entered or sent any more in this flow. */
const over: readonly (Problem['code'] | undefined)[] = [
  'flow-invalid',
  'attempts-exhausted',
  'resend-exhausted',
];

export class CodeStep implements ReactiveController {
  #host: CredentialElement;
  #flow: FlowStarted;
  #hasLink: boolean | undefined;
  #verify: Verify;
  #onClose: () => void;
  #onProof: OnProof;
  #backLabel: string | undefined;
  /** From the start: then the code is for something else. */
  #isSignedIn: boolean;
  #life: Countdown;
  #rest: Countdown;
  /** The life whose end was told. */
  #told: Countdown | undefined;

  /** `hasLink`: the mail of this flow holds a link as well. `backLabel`: unless the way back is to another email. */
  constructor(
    host: CredentialElement,
    flow: FlowStarted & { hasLink?: boolean },
    verify: Verify,
    onClose: () => void,
    onProof?: OnProof | false,
    backLabel?: string,
  ) {
    this.#host = host;
    this.#flow = flow;
    this.#hasLink = flow.hasLink;
    this.#verify = verify;
    this.#onClose = onClose;
    this.#onProof = onProof || ((proved, outcome) => proved.onProof(outcome));
    this.#backLabel = backLabel;
    this.#life = new Countdown(host, flow.expiresIn);
    this.#rest = new Countdown(host, flow.resendIn);
    this.#isSignedIn = host.session.state.status === 'signed-in';
    host.addController(this);
  }

  /** Logged in another way, by the link or in another tab: once that is over, this code is as well. */
  hostUpdated(): void {
    // The note at the field is not read by itself.
    if (!this.#life.left && this.#life !== this.#told) {
      this.#told = this.#life;
      this.#host.tell(this.#strings.problems['code-expired']);
    }
    if (!this.#isSignedIn && this.#host.session.state.status === 'signed-in') this.close();
  }

  view(): View {
    const strings = this.#strings;
    const { codeFormat, codeLength, tag } = this.#flow;
    const isShort = codeFormat !== 'letters';
    const { problem } = this.#host.request;
    const back = () => this.#host.leave(() => this.close());
    const view = {
      step: 'enter-code',
      heading: strings.checkEmail,
      lead:
        fill(isShort ? strings.codeLead : strings.longCodeLead, { length: codeLength }) +
        (this.#hasLink ? ` ${strings.linkLead}` : ''),
    };
    if (over.includes(problem?.code))
      return { ...view, lead: '', form: this.#host.action(strings.startAgain), onSubmit: back };

    const left = this.#life.left;
    const isExpired = !left || problem?.code === 'code-expired';
    const wait = duration(left, strings);
    return {
      ...view,
      above: html`<div class="tag" part="tag">${fill(strings.request, { tag })}</div>`,
      form: html`${this.#host.emailField(true)}
      ${this.#host.field({
        name: 'code',
        label: strings.code,
        autocomplete: 'one-time-code',
        isNumeric: isShort,
        // An expired code cannot be required for asking for a new one.
        isReadOnly: isExpired,
        // Once: where the server found it out, the alert says so.
        hint:
          problem?.code === 'code-expired'
            ? undefined
            : isExpired
              ? strings.problems['code-expired']
              : fill(strings.codeLives, { wait }),
        onInput: ({ target }) => this.#onInput(target as HTMLInputElement),
      })}
      ${this.#host.action(isExpired ? strings.resend : strings.confirm)}`,
      onSubmit: isExpired ? this.#resend : this.#submit,
      below: html`${isExpired ? nothing : this.#resendButton()}${linkButton(this.#backLabel ?? strings.otherEmail, back, 'back')}`,
    };
  }

  /** Nothing of it is worth anything any more. */
  close(): void {
    this.#host.removeController(this);
    this.#stop();
    this.#host.form.drop('enter-code');
    this.#onClose();
  }

  get #strings(): Strings {
    // This file came with the sentences.
    return this.#host.texts.all!;
  }

  #resendButton() {
    const strings = this.#strings;
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

  #sanitise = (text: string) => sanitiseCode(text, this.#flow.codeLength, this.#flow.codeFormat);

  /** Only when it changes something: writing the value moves the caret. */
  #onInput(input: HTMLInputElement) {
    const { value, selectionStart } = input;
    const code = this.#sanitise(value);
    if (code === value) return;
    // In the middle of the code the caret stays behind what was typed there.
    const caret = this.#sanitise(value.slice(0, selectionStart ?? undefined)).length;
    input.value = code;
    input.setSelectionRange(caret, caret);
  }

  #submit = () => {
    const { flow } = this.#flow;
    const code = this.#sanitise(this.#host.form.value('code'));
    void this.#host.run(
      async (store, signal) => {
        const result = await this.#verify(store, { flow, code }, signal);
        // That was the last try: nothing can be corrected any more.
        return result.ok || result.problem.attemptsLeft !== 0
          ? result
          : { ok: false, problem: { code: 'attempts-exhausted' } };
      },
      (outcome) => {
        this.close();
        this.#onProof(this.#host, outcome);
      },
    );
  };

  #resend = () => {
    if (this.#rest.left) return;
    const { flow } = this.#flow;
    void this.#host.run(
      async (store, signal) => {
        const result = await store.resendCode({ flow }, signal);
        // The server's clock decides: a code whose answer was lost may have been sent a moment ago.
        if (!result.ok && result.problem.retryAfter)
          this.#rest = new Countdown(this.#host, result.problem.retryAfter);
        return result;
      },
      (renewed) => {
        this.#stop();
        this.#flow = renewed;
        this.#life = new Countdown(this.#host, renewed.expiresIn);
        this.#rest = new Countdown(this.#host, renewed.resendIn);
        this.#host.form.fill('code', '');
        this.#host.tell(this.#strings.resent);
      },
      this.#resend,
    );
  };

  #stop() {
    this.#life.stop();
    this.#rest.stop();
  }
}
