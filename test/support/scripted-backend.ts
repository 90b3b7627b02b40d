/** A backend whose every answer the test writes down: for what the real one would never do. */
import { http } from 'msw/http';
import { setupWorker } from 'msw/browser';
import { endpointOf } from '../../mocks/endpoint-of.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import { operations, type ResponseOf } from '../../src/contract/operations.ts';
import { problems, type ProblemCode, type ProblemDetails } from '../../src/contract/problems.ts';

export interface Received {
  name: EndpointName;
  request: Request;
  body: string;
}

export type Reply = (received: Received) => Response | Promise<Response>;

export interface ScriptedBackend {
  /** Another one for each test, so that no test finds another's session in storage. */
  url: string;
  /** In order of arrival. */
  received: Received[];
  /** One reply for each request; the last goes on. What nobody scripted is answered with `not-found`. */
  on(name: EndpointName, ...replies: [Reply, ...Reply[]]): void;
  /** Whether somebody is there for a request that asks for no permission; what it said cannot be read. */
  isThere: boolean;
  /** Such requests; they are not among the received ones. */
  probes: Request[];
  /** How many requests came to an endpoint. */
  count(name: EndpointName): number;
}

const origin = 'https://scripted.example';

/** An answer of the contract. */
export const answer =
  <N extends EndpointName>(name: N, body: ResponseOf<N>, headers: Record<string, string> = {}): Reply =>
  () => {
    const { status } = operations[name];
    return status === 204
      ? new Response(null, { status, headers })
      : Response.json(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
  };

export const problem =
  (code: ProblemCode, more: Partial<ProblemDetails> = {}, headers: Record<string, string> = {}): Reply =>
  () => {
    const { status, title } = problems[code];
    const details: ProblemDetails = { type: `${origin}/problems/${code}`, title, status, code, ...more };
    return Response.json(details, {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    });
  };

/** An answer that is not the contract's. */
export const raw =
  (body: BodyInit | null, status = 200, headers: Record<string, string> = {}): Reply =>
  () =>
    new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const refused: Reply = () => Response.error();

/** Answers when the test says so. */
export function held(reply: Reply): { reply: Reply; release(): void; arrived: Promise<void> } {
  let release!: () => void;
  let arrive!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  return {
    arrived,
    release,
    reply: async (received) => {
      arrive();
      await released;
      return reply(received);
    },
  };
}

export function useScriptedBackend(): ScriptedBackend {
  let scripts = new Map<EndpointName, Reply[]>();
  const backend: ScriptedBackend = {
    url: '',
    received: [],
    isThere: false,
    probes: [],
    on: (name, ...replies) => void scripts.set(name, replies),
    count: (name) => backend.received.filter((received) => received.name === name).length,
  };
  const worker = setupWorker(
    http.all(`${origin}/*`, async ({ request }) => {
      // Another test's late request is none of this one's, nor is one that the next test overtakes while its body is read.
      const { url } = backend;
      if (!request.url.startsWith(`${url}/`)) return Response.error();
      if (request.mode === 'no-cors') {
        backend.probes.push(request);
        return backend.isThere ? new Response('{}') : Response.error();
      }
      const name = endpointOf(request);
      if (!name) return Response.error();
      const received = { name, request, body: await request.clone().text() };
      if (url !== backend.url) return Response.error();
      backend.received.push(received);
      const replies = scripts.get(name) ?? [problem('not-found')];
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      return reply!(received);
    }),
  );

  before(() =>
    worker.start({
      serviceWorker: { url: '/node_modules/msw/lib/mockServiceWorker.js', options: { scope: '/' } },
      quiet: true,
      onUnhandledFrame: 'bypass',
    }),
  );
  beforeEach(() => {
    scripts = new Map();
    backend.received = [];
    backend.isThere = false;
    backend.probes = [];
    backend.url = `${origin}/${crypto.randomUUID()}`;
  });
  after(() => worker.stop());
  return backend;
}
