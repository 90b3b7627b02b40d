import type { SessionStore } from '../../src/session/session-store.ts';
import type { SessionState } from '../../src/session/types.ts';

/** The state once it is known, or once it is the one that is waited for. */
export function stateOf(store: SessionStore, status?: SessionState['status']): Promise<SessionState> {
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe(look);
    look();
    function look() {
      if (status ? store.state.status !== status : store.state.status === 'unknown') return;
      unsubscribe?.();
      resolve(store.state);
    }
  });
}
