/**
 * The endpoints that no browser calls, and all together. Apart from endpoints.ts, because every visitor
 * downloads that.
 */
import { accountAdminEndpoints } from './account-admin.ts';
import type { ApiScope } from './api-scopes.ts';
import { appAdminEndpoints } from './app-admin-endpoints.ts';
import { appEndpoints } from './app-endpoints.ts';
import { hubAdminEndpoints } from './hub-admin.ts';
import { hubEndpoints } from './hub-endpoints.ts';
import { endpoints, type Endpoint } from './endpoints.ts';
import { webhookAdminEndpoints } from './webhook-admin.ts';
import { profileEndpoints } from './profile-endpoints.ts';

/** For the business's own systems; the key has to have the scope. */
const adminEndpoints = {
  ...appAdminEndpoints,
  ...accountAdminEndpoints,
  ...webhookAdminEndpoints,
  createLink: { method: 'POST', path: '/admin/links', credential: 'api-key', scope: 'links' },
  ...hubAdminEndpoints,
} as const satisfies Record<string, Endpoint & { scope: ApiScope }>;

/** What only the part of the portal that calls it brings along; it teaches them to the client (src/api/after/later.ts). */
const partEndpoints = { ...appEndpoints, ...profileEndpoints, ...hubEndpoints };
export type PartEndpoints = typeof partEndpoints;

export const allEndpoints = { ...endpoints, ...partEndpoints, ...adminEndpoints };

/** Of one API key, whatever it asks for. */
export const apiKeyRequestsPerMinute = 600;
