/** A page with portal elements in it, and what its own scripts would hear of them. */
import { fixture } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { Visitor } from './visitor.ts';

const names = [
  'portal-ready',
  'portal-signed-in',
  'portal-signed-up',
  'portal-failed',
  'portal-navigate',
  'portal-community-joined',
  'portal-community-left',
] as const;

export interface Page {
  root: HTMLElement;
  /** The events so far, in order, with their details. */
  events: { type: string; detail: unknown }[];
  count(type: (typeof names)[number]): number;
  element(tag: string): HTMLElement;
  visitor(tag: string): Visitor;
}

/** `content` is what the site's owner wrote between the provider's tags. */
export async function openPage(backend: string, content: string): Promise<Page> {
  await definePortalElements();
  const events: Page['events'] = [];
  const outer = document.createElement('div');
  for (const name of names) {
    outer.addEventListener(name, (event) => {
      events.push({ type: name, detail: event instanceof CustomEvent ? event.detail : undefined });
    });
  }
  const root = await fixture<HTMLElement>(
    `<portal-provider backend="${backend}">${content}</portal-provider>`,
    {
      parentNode: outer,
    },
  );
  const element = (tag: string) => {
    const found = root.querySelector<HTMLElement>(tag);
    if (!found) throw new Error(`No <${tag}> on the page`);
    return found;
  };
  return {
    root,
    events,
    count: (type) => events.filter((event) => event.type === type).length,
    element,
    visitor: (tag) => new Visitor(element(tag)),
  };
}
