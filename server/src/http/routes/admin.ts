import { createLink } from '../../domain/create-link.ts';
import type { Handlers } from '../handler.ts';

export const adminRoutes: Handlers<'createLink'> = {
  createLink: ({ deps, caller, body }) => createLink(deps, caller.business, body),
};
