import type { Endpoint } from './endpoints.ts';

/** What the first form of a log-in or sign-up calls: all that must have arrived before it can be submitted. */
export const formEndpoints = {
  readPortal: { method: 'GET', path: '/portal', credential: 'none' },
  startSignUp: { method: 'POST', path: '/sign-up', credential: 'proof' },
  signInWithPassword: { method: 'POST', path: '/sign-in/password', credential: 'proof' },
  requestSignInCode: { method: 'POST', path: '/sign-in/code', credential: 'proof' },
} as const satisfies Record<string, Endpoint>;
