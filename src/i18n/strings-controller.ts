/** Gives an element its texts: English, with what a provider puts in its place. */
import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import { stringsContext } from './context.ts';
import { enForm } from './en-form.ts';
import type { FormStrings, StringOverrides, Strings } from './strings.ts';

export class StringsController {
  /** From the start. */
  form: FormStrings = enForm;
  /** Once `complete` was called. */
  all: Strings | undefined;
  #complete: Strings | undefined;
  #overrides: StringOverrides | undefined;

  constructor(host: LitElement) {
    new ContextConsumer(host, {
      context: stringsContext,
      subscribe: true,
      callback: (overrides) => {
        this.#overrides = overrides;
        this.#merge();
        host.requestUpdate();
      },
    });
  }

  complete(strings: Strings): void {
    this.#complete = strings;
    this.#merge();
  }

  #merge() {
    const [all, own] = [this.#complete, this.#overrides];
    this.form = { ...enForm, ...own };
    this.all = all && {
      ...all,
      ...own,
      problems: { ...all.problems, ...own?.problems },
      fields: { ...all.fields, ...own?.fields },
    };
  }
}
