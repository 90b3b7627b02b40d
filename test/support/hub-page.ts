/** A page with one of the hub's elements, of somebody who is logged in at a scripted backend. */
import './visible-keepalive.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import type { Account } from '../../src/session/types.ts';
import { account, grant, portal } from './answers.ts';
import { openPage, type Page } from './page.ts';
import { answer, type Reply, type ScriptedBackend } from './scripted-backend.ts';
import { until, type Visitor } from './visitor.ts';

const other: Account = { id: 'account-2', name: 'Ada’s shop', email: account.email };

export interface HubPage {
  page: Page;
  visitor: Visitor;
  element: HTMLElement;
  inside: ShadowRoot;
  /** What is read in each element that the selector finds. */
  read(selector: string): string[];
  find<E extends HTMLElement>(selector: string): E;
  /** What a screen reader was told last. */
  heard(): string;
  /** Waits for the data, and for what is loaded beside it. */
  loaded(): Promise<void>;
  switchAccount(): Promise<void>;
}

/** Two lists come side by side, and their requests in any order: each has replies of its own, the last of which goes on. */
export function scriptLists(
  backend: ScriptedBackend,
  name: 'readCourses' | 'readCommunities',
  mine: Reply[],
  others: Reply[],
): void {
  backend.on(name, (received) => {
    const replies = /[?&](state=offered|show=open)\b/.test(received.request.url) ? others : mine;
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    return reply!(received);
  });
}

export const plain = (node: Element): string => node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

/** `content` holds one of the hub's elements. What it asks for is scripted before. */
export async function hubPage(backend: ScriptedBackend, content: string): Promise<HubPage> {
  backend.on('readPortal', answer('readPortal', portal));
  backend.on('signInWithPassword', answer('signInWithPassword', { outcome: 'signed-in', grant: grant() }));
  const session = { id: 'session-2', generation: 0, account: other };
  backend.on('switchAccount', answer('switchAccount', grant(1, { session })));
  const page = await openPage(backend.url, content);
  const store = sharedSession(backend.url);
  const result = await store.signInWithPassword({ email: account.email, password: 'correct horse' });
  if (!result.ok) throw new Error(`Not logged in: ${result.problem.code}`);
  const [tag = ''] = /portal-\w+/.exec(content) ?? [];
  const element = page.element(tag);
  const inside = element.shadowRoot!;
  const find = <E extends HTMLElement>(selector: string) => {
    const found = inside.querySelector<E>(selector);
    if (!found) throw new Error(`No ${selector} in <${tag}>`);
    return found;
  };
  return {
    page,
    visitor: page.visitor(tag),
    element,
    inside,
    find,
    read: (selector) => [...inside.querySelectorAll(selector)].map(plain),
    heard: () => plain(find('[role=status]')),
    loaded: async () => {
      await until(() => inside.querySelector('[aria-busy=false]'), 'The data is shown');
    },
    switchAccount: async () => {
      const switched = await (await store.member()).switchAccount({ account: other.id });
      if (!switched.ok) throw new Error(`Not switched: ${switched.problem.code}`);
    },
  };
}

/** The query of each request to an endpoint, in their order. */
export const queries = (
  backend: ScriptedBackend,
  name: ScriptedBackend['received'][number]['name'],
): string[] =>
  backend.received
    .filter((one) => one.name === name)
    .map(({ request }) => new URL(request.url).searchParams.toString());
