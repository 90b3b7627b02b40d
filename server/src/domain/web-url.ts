/** Addresses that browsers are sent to: one rule for all of them (SECURITY T11, T21). */
import { limits } from '../../../src/contract/limits.ts';

/** Hosts that only this machine reaches, as URLs spell them and as addresses. */
export const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** A portal that nobody else reaches, for who develops: what it calls itself is there, too, and no certificate is. */
export const isOnThisMachine = ({ publicUrl }: { publicUrl: string }): boolean =>
  LOOPBACK.has(new URL(publicUrl).hostname);

/** An https address, or http on this machine: nothing that runs as script, and nothing that travels in the clear. */
export function webUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === 'http:' && LOOPBACK.has(url.hostname);
  return url?.protocol === 'https:' || isLocal ? url : undefined;
}

/**
 * What is wrong with an address that the server itself is to call, as the end of a sentence. What it resolves to is looked
 * at when it is called (server/src/webhooks): that changes.
 */
export function webhookUrlFault(
  text: string,
  { isLocalAllowed }: { isLocalAllowed: boolean },
): string | undefined {
  const url = webUrl(text);
  if (!url || (url.protocol !== 'https:' && !isLocalAllowed)) return 'must start with https://.';
  if (LOOPBACK.has(url.hostname) && !isLocalAllowed) return 'is on this machine.';
  const isLong = text.length > limits.url;
  if (url.hash || url.username || url.password || isLong) {
    return `must be an address without # and without a user name, of at most ${limits.url} characters.`;
  }
  return undefined;
}

/** What is wrong with a page's address, as the end of a sentence; undefined when nothing is. */
export function pageUrlFault(text: string): string | undefined {
  const wanted = webUrl(text);
  if (!wanted) return 'must start with https:// (http:// on this machine only).';
  if (wanted.hash || wanted.username || wanted.password || text.length > limits.url) {
    return `must be a page's address without # and without a user name, of at most ${limits.url} characters.`;
  }
  // Compared as text from here on, so it is spelled as browsers spell it.
  return wanted.href === text ? undefined : `: browsers say ${wanted.href}, so write that.`;
}
