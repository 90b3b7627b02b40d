/** Child apps, as the business's own systems set them up. */
import type { Endpoint } from './endpoints.ts';

export const appAdminEndpoints = {
  listApps: { method: 'GET', path: '/admin/apps', credential: 'api-key', scope: 'apps' },
  putApp: { method: 'PUT', path: '/admin/apps/{id}', credential: 'api-key', scope: 'apps' },
  removeApp: { method: 'DELETE', path: '/admin/apps/{id}', credential: 'api-key', scope: 'apps' },
  enableApp: { method: 'PUT', path: '/admin/apps/{id}/enabled', credential: 'api-key', scope: 'apps' },
  disableApp: { method: 'DELETE', path: '/admin/apps/{id}/enabled', credential: 'api-key', scope: 'apps' },
  allowApp: { method: 'POST', path: '/admin/apps/{id}/allow', credential: 'api-key', scope: 'apps' },
  denyApp: { method: 'POST', path: '/admin/apps/{id}/deny', credential: 'api-key', scope: 'apps' },
  badgeApp: { method: 'POST', path: '/admin/apps/{id}/badge', credential: 'api-key', scope: 'apps' },
  whyApp: { method: 'GET', path: '/admin/apps/{id}/why', credential: 'api-key', scope: 'apps' },
} as const satisfies Record<string, Endpoint & { scope: 'apps' }>;
