import { readPortal } from '../../domain/read-portal.ts';
import { succeed } from '../../domain/result.ts';
import type { Handlers } from '../handler.ts';

export const portalRoutes: Handlers<'readPortal'> = {
  readPortal: async ({ caller }) => succeed(readPortal(caller.business)),
};
