/**
 * What the switcher of child apps calls. A table of its own, because every visitor downloads endpoints.ts before the
 * first form, and only who is in needs this one.
 */
import type { Endpoint } from './endpoints.ts';

export const appEndpoints = {
  launchApp: { method: 'POST', path: '/me/apps/{id}/launch', credential: 'token' },
} as const satisfies Record<string, Endpoint>;
