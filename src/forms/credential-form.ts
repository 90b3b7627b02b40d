/**
 * Keeps a real `<form>` among the light children of its host, where password managers look. What is in it is
 * the host's template; what was typed into it stays in the inputs and is read when it is submitted.
 */
import { type LitElement, type ReactiveController, render, type TemplateResult } from 'lit';
import { create } from '../internal/page.ts';
import type { PortalField } from './portal-field.ts';

export class CredentialForm implements ReactiveController {
  #host: LitElement;
  #onSubmit: () => void;
  #observer = new MutationObserver(() => this.#returnSoon());
  /** By step: a form that is left keeps what was typed for who comes back. */
  #forms = new Map<string, HTMLFormElement>();
  #form: HTMLFormElement | undefined;
  #focused: HTMLElement | undefined;
  #attachedAt = -Infinity;
  #frame = 0;

  constructor(host: LitElement, onSubmit: () => void) {
    this.#host = host;
    this.#onSubmit = onSubmit;
    host.addController(this);
  }

  hostConnected(): void {
    // A snapshot of this page (Turbo, a framework's cloned nodes) carries the form of an element that is gone.
    for (const form of this.#host.querySelectorAll(':scope > form[slot=form]'))
      if (form !== this.#form) form.remove();
    this.#observer.observe(this.#host, { childList: true });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /**
   * Shows one step's form, or none. Leaving a form *removes* it from the document: that, and not emptying
   * it, is what makes browsers offer to save. Returns whether it was put there just now.
   */
  show(step: string, label: string, content: TemplateResult | undefined): boolean {
    const form = content && this.#take(step);
    const isNew = form !== this.#form;
    if (isNew) this.#form?.remove();
    this.#form = form;
    if (!form) return false;
    form.setAttribute('aria-label', label);
    render(content, form, { host: this.#host });
    this.#attach();
    return isNew;
  }

  /** What is in the field now, without the white space that a paste brings along; passwords stay exact. */
  value(name: string): string {
    const input = this.#input(name);
    return (input?.autocomplete.endsWith('password') ? input.value : input?.value.trim()) ?? '';
  }

  fill(name: string, value: string): void {
    const input = this.#input(name);
    if (input && input.value !== value) input.value = value;
  }

  /** Also of several inputs, which are `name/…`. */
  has(name: string): boolean {
    return this.#inputs.some((input) => `${input.name}/`.startsWith(`${name}/`));
  }

  /** The names of the required fields that are empty. */
  get missing(): string[] {
    return this.#inputs.filter((input) => input.required && !input.value.trim()).map((input) => input.name);
  }

  submit(): void {
    this.#form?.requestSubmit();
  }

  /** To the first field that is wrong, else to the first that is empty, else to the last. False: there is none. */
  focus(): boolean {
    const open = this.#inputs.filter((input) => !input.readOnly);
    const input =
      open.find((one) => one.ariaInvalid === 'true') ?? open.find((one) => !one.value) ?? open.at(-1);
    input?.focus();
    if (input?.ariaInvalid === 'true') (input as Partial<HTMLInputElement>).select?.();
    return !!input;
  }

  /** One step's values are worth nothing any more. */
  drop(step: string): void {
    this.#forms.delete(step);
  }

  /** Drops every form and with it every password in memory. */
  forget(): void {
    this.#form?.remove();
    this.#form = undefined;
    this.#forms.clear();
  }

  get #inputs(): HTMLInputElement[] {
    return [...(this.#form?.querySelectorAll<HTMLInputElement>('[name]') ?? [])];
  }

  #input(name: string): HTMLInputElement | undefined {
    return this.#inputs.find((input) => input.name === name);
  }

  #take(step: string): HTMLFormElement {
    let form = this.#forms.get(step);
    if (!form) {
      form = create('form') as HTMLFormElement;
      form.slot = 'form';
      // Should scripts fail between here and the submit, a password must not end up in the address bar.
      form.method = 'post';
      form.noValidate = true;
      form.addEventListener('submit', (event) => this.#submitted(event));
      form.addEventListener('focusin', (event) => (this.#focused = event.target as HTMLElement));
      form.addEventListener('focusout', () => {
        // Removal fires this as well, just before it happens: then the focus is to come back with the form.
        queueMicrotask(() => {
          if (form?.isConnected && !form.matches(':focus-within')) this.#focused = undefined;
        });
      });
      this.#forms.set(step, form);
    }
    return form;
  }

  /**
   * After a framework re-rendered the host's children and dropped what it did not know. At once, so that
   * nobody sees it; but against a script that keeps removing it, only once a frame: the page must not hang.
   */
  #returnSoon() {
    if (performance.now() - this.#attachedAt > 50) this.#attach();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#attach());
  }

  #attach() {
    if (!this.#form || this.#form.parentNode === this.#host) return;
    const focused = this.#focused;
    this.#attachedAt = performance.now();
    this.#host.append(this.#form);
    if (focused && this.#form.contains(focused)) focused.focus();
  }

  #submitted(event: SubmitEvent) {
    event.preventDefault();
    for (const field of this.#form!.querySelectorAll<PortalField>('portal-field')) field.conceal();
    this.#onSubmit();
  }
}
