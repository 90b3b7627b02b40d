/**
 * Import this before the client. Firefox sends keepalive requests past every service worker, so no mock would see
 * them: here they are sent as others are, and noted.
 */
export const kept: string[] = [];

const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  if (init?.keepalive) kept.push(String(input));
  return fetch(input, init && { ...init, keepalive: false });
};
