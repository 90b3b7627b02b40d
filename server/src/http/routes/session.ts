import { endSession } from '../../domain/end-session.ts';
import { listSessions, revokeAllSessions, revokeSession } from '../../domain/manage-sessions.ts';
import { refreshSession } from '../../domain/refresh-session.ts';
import type { Handlers } from '../handler.ts';

export const sessionRoutes: Handlers<
  'refreshSession' | 'endSession' | 'listSessions' | 'revokeSession' | 'revokeAllSessions'
> = {
  refreshSession: ({ deps, caller, body }) => refreshSession(deps, caller, body),
  endSession: ({ deps, caller, body }) => endSession(deps, caller, body),
  listSessions: ({ deps, who }) => listSessions(deps, who),
  revokeSession: ({ deps, who, parameter }) => revokeSession(deps, who, parameter('id')),
  revokeAllSessions: ({ deps, who }) => revokeAllSessions(deps, who),
};
