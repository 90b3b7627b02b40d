/** Gives an element its texts: English, with what a provider puts in its place. */
import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import { stringsContext } from './context.ts';
import { en } from './en.ts';
import type { StringOverrides, Strings } from './strings.ts';

export class StringsController {
  strings: Strings = en;

  constructor(host: LitElement) {
    new ContextConsumer(host, {
      context: stringsContext,
      subscribe: true,
      callback: (overrides) => {
        this.strings = withOverrides(overrides);
        host.requestUpdate();
      },
    });
  }
}

export function withOverrides(overrides: StringOverrides | undefined): Strings {
  return {
    ...en,
    ...overrides,
    problems: { ...en.problems, ...overrides?.problems },
    fields: { ...en.fields, ...overrides?.fields },
  };
}
