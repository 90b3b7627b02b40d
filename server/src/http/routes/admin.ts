import { createLink } from '../../domain/create-link.ts';
import { webhookAdminRoutes } from './webhooks-admin.ts';
import type { Handlers } from '../handler.ts';
import { accountAdminRoutes } from './accounts-admin.ts';
import { appAdminRoutes } from './apps-admin.ts';

export const adminRoutes: Handlers<'createLink'> &
  typeof appAdminRoutes &
  typeof accountAdminRoutes &
  typeof webhookAdminRoutes = {
  ...webhookAdminRoutes,
  ...accountAdminRoutes,
  ...appAdminRoutes,
  createLink: ({ deps, caller, body }) => createLink(deps, caller.business, body),
};
