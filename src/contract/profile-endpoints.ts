/** What the profile calls. A table of its own, because only who is in needs it. */
import type { Endpoint } from './endpoints.ts';

export const profileEndpoints = {
  readProfile: { method: 'GET', path: '/me/profile', credential: 'token' },
  saveProfile: { method: 'PATCH', path: '/me/profile', credential: 'token' },
  exportAccount: { method: 'GET', path: '/me/export', credential: 'token' },
} as const satisfies Record<string, Endpoint>;
