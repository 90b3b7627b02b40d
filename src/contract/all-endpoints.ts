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

/** What only the part of the portal that calls it brings along; it teaches them to the client (src/api/after/later.ts). */
const partEndpoints = { ...appEndpoints };
export type PartEndpoints = typeof partEndpoints;

export const allEndpoints = { ...endpoints, ...partEndpoints, ...adminEndpoints };

/** Of one API key, whatever it asks for. */
export const apiKeyRequestsPerMinute = 600;
