/**
 * The endpoints that no browser calls, and all together. Apart from endpoints.ts, because every visitor
 * downloads that.
 */
import { appEndpoints } from './app-endpoints.ts';
import { endpoints, type Endpoint } from './endpoints.ts';

/** For the business's own systems. */
const adminEndpoints = {
  createLink: { method: 'POST', path: '/admin/links', credential: 'api-key' },
} as const satisfies Record<string, Endpoint>;

export const allEndpoints = { ...endpoints, ...appEndpoints, ...adminEndpoints };

/** Of one API key, whatever it asks for. */
export const apiKeyRequestsPerMinute = 600;
