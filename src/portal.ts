/**
 * Entry of the script tag: makes the session that the tag's `data-backend` names the whole page's, then
 * defines the elements that the page uses, now and later. It adds no globals.
 */
import { ContextEvent } from '@lit/context';
import { credentialTags, define, defineParts } from './define.ts';
import { query } from './internal/page.ts';
import { canRender } from './internal/templates.ts';
import { openOnClick } from './open-on-click.ts';
import { sessionContext } from './session/context.ts';
import type { SessionStore } from './session/session-store.ts';
import { sharedSession } from './session/shared-session.ts';
import { twice, warnOnce } from './session/warn-once.ts';

/** What the page's own module scripts may use of the session. */
export type PageSession = Pick<SessionStore, 'state' | 'subscribe' | 'getAccessToken' | 'signOut'>;

/** Another copy of this script, perhaps of another version, was here first, and has the page's session. */
let isSecond = false;

/** Undefined when the tag has no `data-backend`: then each <portal-provider> has a session of its own. */
export const session: PageSession | undefined = provideSession();

/** What the page has used so far. */
const seen = new Set<string>();
const observer = new MutationObserver(defineUsed);
// The elements of the copy that ran first, and of no other: half of each would fit nowhere.
if (!isSecond && defineParts()) {
  observer.observe(document, { childList: true, subtree: true });
  openOnClick(define);
  defineUsed();
}

/** Module scripts have no document.currentScript. */
function ownTag(): HTMLScriptElement | undefined {
  const tags = query('script[src]').filter((tag) => tag instanceof HTMLScriptElement);
  const own = tags.filter((tag) => tag.src === import.meta.url);
  // Behind a redirect, import.meta.url is where the script came from in the end.
  const [tag, ...others] = own.length ? own : tags.filter((tag) => tag.hasAttribute('data-backend'));
  const backendOf = (element?: Element) => element?.getAttribute('data-backend');
  if (others.every((other) => backendOf(other) === backendOf(tag))) return tag;
  // Markup that somebody smuggled into the page names a script without running it: passwords must not follow.
  warnOnce('several script tags with different data-backend. Keep one.');
  return undefined;
}

function provideSession(): SessionStore | undefined {
  const tag = ownTag();
  const [root] = query(':root');
  const backend = tag?.getAttribute('data-backend') ?? undefined;
  if (!tag || !root || backend === undefined) return undefined;
  let found: SessionStore | undefined;
  // Two sessions would refresh one against the other.
  root.dispatchEvent(new ContextEvent(sessionContext, tag, (provided) => (found = provided)));
  if (found) {
    isSecond = true;
    warnOnce(twice);
    return found;
  }
  const store = sharedSession(backend);
  // A ContextProvider is for values that change: its weight would be on the way to the first field.
  root.addEventListener('context-request', (event) => {
    if (!(event instanceof Event && 'context' in event) || event.context !== sessionContext) return;
    event.stopPropagation();
    (event as ContextEvent<typeof sessionContext>).callback(store);
  });
  root.dispatchEvent(new Event('context-provider', { bubbles: true }));
  return store;
}

function defineUsed(): void {
  const used = new Set<string>();
  for (const { localName: tag } of query(':not(:defined)'))
    if (tag.startsWith('portal-') && !seen.has(tag)) {
      seen.add(tag);
      used.add(tag);
    }
  if (!used.size) return;
  // Without a session of the page's own, elements learn from the provider's definition that there is none.
  if (!session) used.add('portal-provider');
  const defined = canRender
    ? define(used)
    : Promise.reject(new Error('Add portal-elements to your trusted-types.'));
  defined.catch((error: unknown) => {
    warnOnce(`the forms cannot be shown. ${String(error)}`);
    // Nobody must look for a form where nothing is. What the site's owner put there stays.
    for (const form of query(credentialTags.join())) form.textContent ||= 'This form cannot be shown here.';
  });
}
