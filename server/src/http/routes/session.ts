import { endSession } from '../../domain/end-session.ts';
import { listSessions, revokeAllSessions, revokeSession } from '../../domain/manage-sessions.ts';
import { readMe } from '../../domain/read-me.ts';
import { refreshSession } from '../../domain/refresh-session.ts';
import { stepUpWithPassword } from '../../domain/step-up.ts';
import { switchAccount } from '../../domain/switch-account.ts';
import type { Handlers } from '../handler.ts';

export const sessionRoutes: Handlers<
  | 'refreshSession'
  | 'endSession'
  | 'switchAccount'
  | 'stepUpWithPassword'
  | 'readMe'
  | 'listSessions'
  | 'revokeSession'
  | 'revokeAllSessions'
> = {
  refreshSession: ({ deps, caller, body }) => refreshSession(deps, caller, body),
  endSession: ({ deps, caller, body }) => endSession(deps, caller, body),
  switchAccount: ({ deps, caller, who, body }) => switchAccount(deps, caller, who, body),
  stepUpWithPassword: ({ deps, caller, who, body }) => stepUpWithPassword(deps, caller, who, body),
  readMe: ({ deps, who }) => readMe(deps, who),
  listSessions: ({ deps, who }) => listSessions(deps, who),
  revokeSession: ({ deps, who, parameter }) => revokeSession(deps, who, parameter('id')),
  revokeAllSessions: ({ deps, who }) => revokeAllSessions(deps, who),
};
