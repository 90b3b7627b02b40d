/** How elements find their session: the store itself, whose identity stays, never what it holds. */
import { createContext } from '@lit/context';
import type { SessionStore } from './session-store.ts';

/** A registered symbol: elements find a provider that another copy of this script defined. */
export const sessionContext = createContext<SessionStore | undefined>(Symbol.for('portal-elements.session'));
