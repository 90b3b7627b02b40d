/** One session for each backend on a page, however many elements or providers name it. */
import { PortalClient } from '../api/portal-client.ts';
import { RecordStorage } from './record-storage.ts';
import { SessionStore } from './session-store.ts';
import { advise } from './advise.ts';

const stores = new Map<string, SessionStore>();

/** Never throws: what is wrong with the backend is told to the console, and to whoever calls the store. */
export function sharedSession(backend: string | null | undefined): SessionStore {
  const client = new PortalClient(backend);
  if (client.unusable) {
    advise(client.unusable.problem.code, backend);
  }
  // Unusable ones have no backend; those that are so for one reason can share.
  const name = client.backend || `${client.unusable?.problem.code}`;
  let store = stores.get(name);
  if (!store) stores.set(name, (store = new SessionStore(client, new RecordStorage(client.backend))));
  return store;
}
