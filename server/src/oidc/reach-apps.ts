/**
 * How the server reaches the apps of its businesses. Whoever sets an app up says where, so the addresses are not to be
 * trusted: not one of this machine or of a private network is spoken to (server-side request forgery), and no redirect
 * is followed.
 */
import type { Dependencies } from '../domain/ports.ts';
import { isOnThisMachine } from '../domain/web-url.ts';

type Fetch = (
  input: string | URL | Request,
  init?: RequestInit & { dispatcher?: unknown },
) => Promise<Response>;

/**
 * The provider hands every request a dispatcher that closes connections to addresses which are not public, whatever
 * name they came from. Without it nothing is sent. A portal that is itself on this machine only, for who develops,
 * finds its apps there.
 */
export function reachApps(deps: Pick<Dependencies, 'publicUrl'>): Fetch {
  const isLocal = isOnThisMachine(deps);
  return async (input, init = {}) => {
    const { dispatcher, ...rest } = init;
    if (isLocal) return fetch(input, rest);
    if (!dispatcher) throw new Error('no protection against addresses of private networks');
    return fetch(input, init as RequestInit);
  };
}
