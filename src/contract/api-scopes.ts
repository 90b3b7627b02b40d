/** What an API key may be good for: one scope a part of the portal, to read and to write it; of who its customers are, two. */
export const apiScopes = [
  'links',
  'apps',
  'accounts:read',
  'accounts:write',
  'courses',
  'communities',
  'affiliate',
  'activity',
  'webhooks',
] as const;
export type ApiScope = (typeof apiScopes)[number];
