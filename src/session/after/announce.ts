/** Tells the page, once and not once for each element, that another person or nobody is signed in now. */
import type { SessionCore } from '../session-core.ts';

export function announce(core: SessionCore): void {
  const { client, told, state } = core;
  const account = core.session?.account;
  // Without a backend it is a preview (src/preview): nothing has happened on this page.
  if (!client.backend || !told || told.id === account?.id) return;
  core.told = account;
  const event = account
    ? new CustomEvent('portal-account-changed', { detail: { account } })
    : new CustomEvent('portal-signed-out', {
        detail: { reason: state.status === 'signed-out' ? state.reason : undefined },
      });
  // By the prototype's method: `<img name="dispatchEvent">` replaces the document's own.
  EventTarget.prototype.dispatchEvent.call(document, event);
}
