/** Gives an element its texts: English, with what its language puts in their place, and a provider in that of both. */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { stringsContext } from './context.ts';
import { enForm } from './en-form.ts';
import { speech, type Speaker } from './speech.ts';
import type { FormStrings, StringOverrides, Strings } from './strings.ts';

export class StringsController implements ReactiveController, Speaker {
  /** From the start. */
  form: FormStrings = enForm;
  /** Once `complete` was called. */
  all: Strings | undefined;
  readonly host: LitElement;
  #complete: Strings | undefined;
  #overrides: StringOverrides | undefined;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
    new ContextConsumer(host, {
      context: stringsContext,
      subscribe: true,
      callback: (overrides) => {
        this.#overrides = overrides;
        this.refresh();
      },
    });
  }

  hostConnected(): void {
    speech.speakers.add(this);
    this.refresh();
  }

  hostDisconnected(): void {
    speech.speakers.delete(this);
  }

  complete(strings: Strings): void {
    this.#complete = strings;
    this.refresh();
  }

  refresh(): void {
    const [all, spoken, own] = [this.#complete, speech.textsFor(this), this.#overrides];
    this.form = { ...enForm, ...spoken, ...own };
    this.all = all && {
      ...all,
      ...this.form,
      problems: { ...all.problems, ...spoken?.problems, ...own?.problems },
      fields: { ...all.fields, ...spoken?.fields, ...own?.fields },
    };
    this.host.requestUpdate();
  }
}
