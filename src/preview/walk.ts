/** Goes to a screen the way a person does: types into the form, presses what is there, and waits for what comes. */

interface Host extends HTMLElement {
  updateComplete?: Promise<unknown>;
}

/** Milliseconds between two looks. */
const pause = 20;

const task = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Walk {
  readonly host: Host;
  #signal: AbortSignal;

  /** `signal`: another screen is wanted by now. Whatever is waited for then rejects. */
  constructor(host: Host, signal: AbortSignal) {
    this.host = host;
    this.#signal = signal;
  }

  /** What is shown: of the element, or of an element that it has put on the page. */
  find<E extends HTMLElement>(selector: string): E | undefined {
    const { host } = this;
    const inside = [...host.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot);
    for (const root of [host.shadowRoot, host, ...inside])
      for (const found of root?.querySelectorAll<E>(selector) ?? [])
        if (found.checkVisibility()) return found;
    return undefined;
  }

  async until<T>(read: () => T | undefined | false): Promise<T> {
    for (;;) {
      this.#signal.throwIfAborted();
      const found = read();
      if (found) return found;
      await task(pause);
    }
  }

  there<E extends HTMLElement>(selector: string): Promise<E> {
    return this.until(() => this.find<E>(selector));
  }

  /** What was begun has been drawn. */
  async settled(): Promise<void> {
    await this.host.updateComplete;
    await task();
    this.#signal.throwIfAborted();
  }

  async press(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.settled();
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const input = await this.there<HTMLInputElement>(`input[name=${name}]`);
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  }

  async submit(): Promise<void> {
    this.host.querySelector<HTMLFormElement>(':scope > form[slot=form]')?.requestSubmit();
    await this.settled();
  }
}
