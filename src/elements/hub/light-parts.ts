/**
 * The elements that the hub is made of, as light children of it: the log-in form would be lost to password managers
 * inside a shadow root (DESIGN.md, section 6), and the script tag defines what it finds in the document.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { create } from '../../internal/page.ts';

export interface Part {
  tag: string;
  slot: string;
  attributes?: Record<string, string>;
}

export class LightParts implements ReactiveController {
  #host: HTMLElement;
  #made = new Map<string, HTMLElement>();
  #shown: HTMLElement[] = [];
  /** A framework that re-renders the host's children drops what it does not know. */
  #observer = new MutationObserver(() => this.#attach());

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, { childList: true });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** These and no others. One that is shown again is the same element, with what it had. */
  show(parts: readonly Part[]): void {
    const wanted = parts.map((part) => this.#take(part));
    for (const element of this.#shown) if (!wanted.includes(element)) element.remove();
    this.#shown = wanted;
    this.#attach();
  }

  /** Nothing of one visitor waits for the next. */
  forget(): void {
    this.show([]);
    this.#made.clear();
  }

  #take({ tag, slot, attributes = {} }: Part): HTMLElement {
    const key = `${slot} ${tag}`;
    const element = this.#made.get(key) ?? create(tag);
    if (!this.#made.has(key)) {
      this.#made.set(key, element);
      element.slot = slot;
    }
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  #attach(): void {
    for (const element of this.#shown) if (element.parentNode !== this.#host) this.#host.append(element);
    // Appending is a change as well, and nobody else's.
    this.#observer.takeRecords();
  }
}
