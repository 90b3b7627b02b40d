/**
 * What a browser does around a cross-origin request (Fetch, sections 3.2 and 4.8). A reply that comes
 * out of a service worker skips all of it: no preflight, every header readable. Without this file the
 * mocks would hide a server that forgets to allow a header or to expose DPoP-Nonce.
 */
export type Fetcher = (request: Request) => Promise<Response>;

const simpleMethods = ['GET', 'HEAD', 'POST'];
const simpleTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const simpleRequestHeaders = ['accept', 'accept-language', 'content-language'];
const simpleResponseHeaders = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];

/** Puts a page of `origin` and its browser in front of a backend. A refusal is a network error. */
export function behindBrowser(origin: string, backend: Fetcher): Fetcher {
  return async (request) => {
    // Asks for no permission, and learns nothing but that somebody answered.
    if (request.mode === 'no-cors') return opaque(await backend(request));
    const asked = unsafeHeaders(request);
    if (asked.length > 0 || !simpleMethods.includes(request.method)) {
      const preflight = await backend(preflightOf(request, origin, asked));
      if (!preflightAllows(preflight, request.method, asked, origin)) return Response.error();
    }
    const headers = new Headers(request.headers);
    headers.set('Origin', origin);
    const response = await backend(withHeaders(new Request(request), headers));
    return mayRead(response, origin) ? readable(response) : Response.error();
  };
}

const opaque = (response: Response): Response => (response.type === 'error' ? response : new Response());

/** `Origin` is a forbidden request header: only a header list of our own can carry it. */
function withHeaders(request: Request, headers: Headers): Request {
  return Object.defineProperty(request, 'headers', { value: headers });
}

function preflightOf(request: Request, origin: string, asked: string[]): Request {
  const headers = new Headers({ Origin: origin, 'Access-Control-Request-Method': request.method });
  if (asked.length > 0) headers.set('Access-Control-Request-Headers', asked.join(','));
  return withHeaders(new Request(request.url, { method: 'OPTIONS' }), headers);
}

function preflightAllows(response: Response, method: string, asked: string[], origin: string): boolean {
  const methods = list(response, 'access-control-allow-methods');
  const headers = list(response, 'access-control-allow-headers');
  return (
    response.ok &&
    mayRead(response, origin) &&
    (simpleMethods.includes(method) || methods.includes(method.toLowerCase())) &&
    asked.every((name) => headers.includes(name))
  );
}

function mayRead(response: Response, origin: string): boolean {
  const allowed = response.headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === origin;
}

function readable(response: Response): Response {
  const exposed = list(response, 'access-control-expose-headers');
  const headers = [...response.headers].filter(
    ([name]) => simpleResponseHeaders.includes(name) || exposed.includes(name),
  );
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** The names that the page set itself and that are not harmless by definition. */
function unsafeHeaders(request: Request): string[] {
  return [...request.headers]
    .filter(([name, value]) => !isSafe(name, value) && !isBrowsersOwn(name))
    .map(([name]) => name)
    .sort();
}

function isSafe(name: string, value: string): boolean {
  if (name === 'content-type') return simpleTypes.includes(value.split(';', 1).join().trim().toLowerCase());
  return simpleRequestHeaders.includes(name);
}

/** A forbidden header cannot have been set by the page; the platform knows which those are. */
function isBrowsersOwn(name: string): boolean {
  return name === 'user-agent' || !new Request('/', { headers: { [name]: '1' } }).headers.has(name);
}

function list(response: Response, name: string): string[] {
  return (response.headers.get(name) ?? '').split(',').map((item) => item.trim().toLowerCase());
}
