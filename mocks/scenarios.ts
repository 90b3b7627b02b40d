/** What can go wrong between a page and its backend, by name, for tests and for designers. */
import type { EndpointName } from '../src/contract/endpoints.ts';
import { problems, type ProblemCode, type ProblemDetails } from '../src/contract/problems.ts';
import type { Fetcher } from './browser-network.ts';
import { endpointOf } from './endpoint-of.ts';

/** `pass` sends the request on; `cleared` resolves when the scenario ends. */
type Fault = (pass: () => Promise<Response>, cleared: Promise<void>) => Promise<Response>;

const slowMs = 2000;
/** Seconds. */
const retryAfter = 30;

const faults = {
  /** The answer takes two seconds, or until the scenario is cleared. */
  slow: async (pass, cleared) => {
    await Promise.race([cleared, new Promise((resolve) => setTimeout(resolve, slowMs))]);
    return pass();
  },
  /** No network: offline, DNS, a refused connection. */
  down: async () => Response.error(),
  /** The backend breaks. */
  'server-error': async () => problem('internal'),
  /** A proxy cut the answer off. */
  malformed: async () => answer(200, 'application/json', '{"outcome":"signed-'),
  /** The connection breaks in the middle of the answer. */
  reset: async () => streamed((stream) => stream.error(new TypeError('connection reset'))),
  /** The request is carried out, but its answer does not arrive. */
  lost: async (pass) => {
    await pass();
    return Response.error();
  },
  /** The answer begins, and never ends until the scenario is cleared. */
  endless: async (_, cleared) => streamed((stream) => void cleared.then(() => stream.close())),
  /** An answer far larger than any of the contract. */
  huge: async () => answer(200, 'application/json', `{"padding":"${'x'.repeat(3 * 1_048_576)}"}`),
  /** A proxy in front of the backend has nobody to ask. */
  'bad-gateway': async () => answer(502, 'text/html', '<h1>Bad Gateway</h1>'),
  /** The server is busy and says for how long. */
  busy: async () => problem('unavailable', retryAfter),
  /** A captive portal, or a backend URL that is some web page. */
  'wrong-type': async () => answer(200, 'text/html', '<!doctype html><title>Welcome to our Wi-Fi</title>'),
  /** Too many requests. */
  'rate-limited': async () => problem('rate-limited', retryAfter),
  /** The business does not list this site: without the permission, browsers report a network error. */
  'cors-refused': async () => new Response('{}', { headers: { 'Content-Type': 'application/json' } }),
  /** No answer until the scenario is cleared; then the request goes on. */
  hang: async (pass, cleared) => {
    await cleared;
    return pass();
  },
} satisfies Record<string, Fault>;

export type ScenarioName = keyof typeof faults;

export const scenarioNames: ScenarioName[] = [];
let scenarioName: ScenarioName;
for (scenarioName in faults) scenarioNames.push(scenarioName);

export interface ScenarioReach {
  /** Only this endpoint; absent: all of them. */
  endpoint?: EndpointName;
  /** Only so many requests from now on; absent: until cleared. */
  times?: number;
}

export interface FaultLine {
  fetch: Fetcher;
  /** Replaces the scenario; undefined ends it. */
  set(name: ScenarioName | undefined, reach?: ScenarioReach): void;
}

/** Puts the scenarios between a page and `backend`. Preflights pass: they are not requests of the page. */
export function faultLine(backend: Fetcher): FaultLine {
  let current = scenario(undefined, {});
  return {
    fetch: (request) => {
      const pass = () => backend(request);
      if (request.method === 'OPTIONS' || !current.takes(endpointOf(request))) return pass();
      return current.run(pass);
    },
    set(name, reach = {}) {
      const before = current;
      current = scenario(name, reach);
      before.clear();
    },
  };
}

function scenario(name: ScenarioName | undefined, { endpoint, times = Infinity }: ScenarioReach) {
  let clear = () => {};
  const cleared = new Promise<void>((resolve) => (clear = resolve));
  let left = name ? times : 0;
  const fault: Fault = name ? faults[name] : (pass) => pass();
  return {
    /** Counts the request if the scenario is meant for it. */
    takes: (asked: EndpointName | undefined) => (!endpoint || asked === endpoint) && left-- > 0,
    run: (pass: () => Promise<Response>) => fault(pass, cleared),
    clear: () => clear(),
  };
}

function streamed(end: (stream: ReadableStreamDefaultController<Uint8Array>) => void): Response {
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"outcome":'));
      // Not before its beginning was on the way.
      setTimeout(() => end(stream));
    },
  });
  const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' };
  return new Response(body, { headers });
}

function problem(code: ProblemCode, retryAfter?: number): Response {
  const { status, title } = problems[code];
  const body: ProblemDetails = {
    type: `https://portal.example/problems/${code}`,
    title,
    status,
    code,
    retryAfter,
  };
  return answer(status, 'application/problem+json', JSON.stringify(body), retryAfter);
}

function answer(status: number, type: string, body: string, retryAfter?: number): Response {
  const headers = new Headers({ 'Content-Type': type, 'Access-Control-Allow-Origin': '*' });
  if (retryAfter !== undefined) {
    headers.set('Access-Control-Expose-Headers', 'Retry-After');
    headers.set('Retry-After', String(retryAfter));
  }
  return new Response(body, { status, headers });
}
