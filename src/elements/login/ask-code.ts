/** Asking for a log-in code, and for a link beside it where this page can take one. */
import type { SessionStore } from '../../session/session-store.ts';
import type { Portal } from '../../session/types.ts';

/** Where a link may lead so that it comes back here, or close by: one of the business's return URLs. */
function returnTo(portal: Portal | undefined): string | undefined {
  const { origin, pathname } = location;
  // There are none unless links are one of the methods.
  const urls = portal?.returnUrls ?? [];
  return urls.find((url) => url === origin + pathname) ?? urls.find((url) => url.startsWith(`${origin}/`));
}

export async function askCode(store: SessionStore, email: string, signal: AbortSignal) {
  const wanted = returnTo(store.portal);
  const result = await store.requestSignInCode({ email, ...(wanted && { returnTo: wanted }) }, signal);
  // The facts may be an hour old, and the page be registered no more: the code alone will do.
  if (!result.ok && result.problem.code === 'return-url-not-registered')
    return store.requestSignInCode({ email }, signal);
  return result.ok ? { ...result, value: { ...result.value, hasLink: !!wanted } } : result;
}
