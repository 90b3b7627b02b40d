/** What an API key may be good for: one scope a part of the portal, to read and to write it. */
export const apiScopes = ['links', 'apps', 'courses', 'communities', 'affiliate', 'activity'] as const;
export type ApiScope = (typeof apiScopes)[number];
