/** Whether the widget can talk to the backend that the site's owner named. */
import { failure, type Result } from './result.ts';

/** What decides it beside the URL; the global object has both. */
export interface Page {
  isSecureContext: boolean;
  crypto: { subtle: unknown };
  origin: string;
  location: { protocol: string };
}

/** The backend's URL as proofs name it: no query, no fragment, no slash at the end. */
export function checkBackend(backend: string | null | undefined, page: Page = globalThis): Result<string> {
  // Without a secure context there is no crypto.subtle, hence no key to bind a session to.
  if (!page.isSecureContext || !page.crypto.subtle) return failure('insecure-page');
  // A sandboxed frame, or a file: no backend could tell whose page it is.
  if (page.origin === 'null') return failure('page-without-origin');
  if (!backend) return failure('backend-missing');
  try {
    const { protocol, username, origin, pathname } = new URL(backend);
    // A browser blocks http from an https page, and fetch refuses a URL with a user name in it.
    if (
      !username &&
      (protocol === 'https:' || (protocol === 'http:' && page.location.protocol !== 'https:'))
    ) {
      return { ok: true, value: origin + pathname.replace(/\/+$/, '') };
    }
  } catch {
    // Not an absolute URL.
  }
  return failure('backend-invalid');
}
