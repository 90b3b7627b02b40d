/** One session for each backend on a page, however many elements or providers name it. */
import { PortalClient } from '../api/portal-client.ts';
import { RecordStorage } from './record-storage.ts';
import { SessionStore } from './session-store.ts';
import { noBackend, warnOnce } from './warn-once.ts';

const stores = new Map<string, SessionStore>();

const advice: Partial<Record<string, string>> = {
  'backend-missing': noBackend,
  'backend-invalid': 'the backend must be an absolute URL, https:// on an https:// page.',
  'insecure-page': 'this page must use https:// or http://localhost.',
};

/** Never throws: what is wrong with the backend is told to the console, and to whoever calls the store. */
export function sharedSession(backend: string | null | undefined): SessionStore {
  const client = new PortalClient(backend);
  if (client.unusable) {
    warnOnce(`${advice[client.unusable.problem.code]}${backend ? ` Found: "${backend}".` : ''}`);
  }
  // Unusable ones have no backend; those that are so for one reason can share.
  const name = client.backend || `${client.unusable?.problem.code}`;
  let store = stores.get(name);
  if (!store) stores.set(name, (store = new SessionStore(client, new RecordStorage(client.backend))));
  return store;
}
