/** One session for each backend on a page, however many elements or providers name it. */
import { PortalClient } from '../api/portal-client.ts';
import { RecordStorage } from './record-storage.ts';
import { SessionStore } from './session-store.ts';
import { warnOnce } from './warn-once.ts';

const stores = new Map<string, SessionStore>();

const advice: Partial<Record<string, string>> = {
  'backend-missing':
    'no backend is named. Add data-backend="https://…" to the script tag, or backend="https://…" to <portal-provider>.',
  'backend-invalid':
    'the backend must be an absolute URL that starts with https:// (http:// only while the page itself is http://).',
  'insecure-page':
    'this page must use https:// (or http://localhost): browsers offer no key storage without it.',
};

/** Never throws: what is wrong with the backend is told to the console, and to whoever calls the store. */
export function sharedSession(backend: string | null | undefined): SessionStore {
  const client = new PortalClient(backend);
  if (client.unusable) {
    warnOnce(`${advice[client.unusable.problem.code]}${backend ? ` Found: "${backend}".` : ''}`);
  }
  let store = stores.get(client.backend);
  if (!store)
    stores.set(client.backend, (store = new SessionStore(client, new RecordStorage(client.backend))));
  return store;
}
