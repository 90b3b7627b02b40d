/**
 * Why a request got no answer, as far as a page can find out. `fetch` fails alike for no network, no server, a
 * server that does not allow this site, and a page whose own policy forbids the request. One request that asks for
 * no permission tells the first two from the others; it carries nothing, and what came of it holds for a moment
 * only: a proxy whose answer this page may not read, because the server behind it is away, looks like a server that
 * does not allow it.
 */
import { failure, type Failure } from '../result.ts';

const { fetch } = globalThis;

/** Milliseconds: a visitor is told within a second of the failure. */
const patience = 700;

/** Milliseconds: enough for requests that fail together, and no longer than a visitor takes to try again. */
const life = 5000;

const verdicts = new Map<string, { verdict: Promise<Failure | undefined>; at: number }>();

/** A better answer than `network`, when there is one. What its owner has to change is in the console. */
export async function diagnose(backend: string): Promise<Failure | undefined> {
  if (!navigator.onLine) return undefined;
  let known = verdicts.get(backend);
  if (!known || performance.now() - known.at > life)
    verdicts.set(backend, (known = { verdict: examine(backend), at: performance.now() }));
  return Promise.race([known.verdict, new Promise<undefined>((resolve) => setTimeout(resolve, patience))]);
}

async function examine(backend: string): Promise<Failure | undefined> {
  const { origin } = new URL(backend);
  let isForbidden = false;
  const onViolation = (event: Event) => {
    const { blockedURI } = event as SecurityPolicyViolationEvent;
    isForbidden ||= `${blockedURI}/`.startsWith(`${origin}/`);
  };
  addEventListener('securitypolicyviolation', onViolation);
  const isThere = await answers(backend, 'no-cors');
  removeEventListener('securitypolicyviolation', onViolation);
  if (isForbidden)
    return blame(
      `the Content-Security-Policy of this page forbids requests to the backend. Add ${origin} to its connect-src.`,
    );
  // Somebody is there. If now even this page may read what everybody may, the backend was only away for a moment.
  if (!isThere || (await answers(backend, 'cors'))) return undefined;
  return blame(
    `the backend ${backend} is there, but does not allow this site. Add ${location.origin} to the business's \`origins\`.`,
  );
}

function blame(advice: string): Failure {
  console.warn(`Portal Elements: ${advice}`);
  return failure('origin-not-allowed');
}

async function answers(backend: string, mode: RequestMode): Promise<boolean> {
  const init: RequestInit & { __proto__: null } = {
    __proto__: null,
    method: 'GET',
    mode,
    signal: AbortSignal.timeout(10 * patience),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
  try {
    const { body } = await fetch(`${backend}/portal`, init);
    await body?.cancel();
    return true;
  } catch {
    return false;
  }
}
