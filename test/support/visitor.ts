import { waitUntil } from './wait-until.ts';
/** Drives an element as a person does: by labels, names of buttons and what can be read. */

/** Waits for what `read` finds, and returns it. */
export async function until<T>(read: () => T | false | undefined, message: string): Promise<T> {
  let found: T | false | undefined;
  await waitUntil(() => (found = read()), message);
  if (!found) throw new Error(message);
  return found;
}

/** A panel is open, and can be seen. */
export const isOpened = (panel: Element | null | undefined): boolean =>
  !!panel?.matches(':popover-open') && getComputedStyle(panel).opacity === '1';

export class Visitor {
  readonly #element: HTMLElement;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  get heading(): string {
    return this.#text('[role=heading]');
  }

  /** The sentence of the alert; empty when there is none. */
  get alert(): string {
    return this.#text('[role=alert] div');
  }

  /** What a screen reader says by itself, beside alerts. */
  get heard(): string {
    return this.#text('[role=status]');
  }

  get everything(): string {
    return `${this.#element.shadowRoot?.textContent ?? ''} ${this.#element.textContent ?? ''}`;
  }

  get isBusy(): boolean {
    return this.#element.matches(':state(busy)');
  }

  field(label: string): HTMLInputElement | undefined {
    const control = [...this.#element.querySelectorAll('label')].find((one) => text(one) === label)?.control;
    return control instanceof HTMLInputElement ? control : undefined;
  }

  /** The note below a field: its error, or its hint. */
  note(label: string): string {
    const id = this.field(label)?.getAttribute('aria-describedby') ?? '';
    return text(document.getElementById(id));
  }

  isInvalid(label: string): boolean {
    return this.field(label)?.getAttribute('aria-invalid') === 'true';
  }

  button(name: string): HTMLButtonElement | undefined {
    const buttons = [this.#element, this.#element.shadowRoot].flatMap((root) => [
      ...(root?.querySelectorAll('button') ?? []),
    ]);
    return buttons.find((one) => text(one).startsWith(name) && one.checkVisibility());
  }

  async sees(heading: string): Promise<void> {
    await this.#until(() => this.heading === heading, `Reads "${heading}"`);
  }

  async isTold(sentence: string): Promise<void> {
    await this.#until(() => this.alert.startsWith(sentence), `The alert says "${sentence}"`);
  }

  async types(label: string, value: string): Promise<void> {
    const input = await this.#until(() => this.field(label), `There is a field "${label}"`);
    input.focus();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Waits until the element can take it: what is busy ignores presses. */
  async presses(name: string): Promise<void> {
    const button = await this.#until(() => !this.isBusy && this.button(name), `There is a button "${name}"`);
    button.click();
  }

  /** A failure says what the visitor saw instead. */
  #until<T>(read: () => T | false | undefined, message: string): Promise<T> {
    return until(read, message).catch(() => {
      const screen = `${this.isBusy ? 'busy, ' : ''}heading "${this.heading}", alert "${this.alert}"`;
      throw new Error(`${message}; on screen: ${screen}`);
    });
  }

  #text(selector: string): string {
    const found = [...(this.#element.shadowRoot?.querySelectorAll(selector) ?? [])];
    return text(found.find((one) => one.checkVisibility()) ?? null);
  }
}

function text(node: Element | null): string {
  return node?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
}
