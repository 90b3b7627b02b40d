/** Lets a handler for Node's own requests answer a Request: the provider is a Koa application. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** What a client may tell the provider. Host and X-Forwarded-* are not among it: those we say ourselves (SECURITY T11). */
const passed = [
  'accept',
  'access-control-request-headers',
  'access-control-request-method',
  'authorization',
  'content-type',
  'cookie',
  'origin',
];
/** Some of it comes back in an answer, where Node takes nothing else; no honest client sends anything else. */
const isPrintable = /^[\x20-\x7e]*$/;
/** What belongs to a connection and not to an answer. */
const dropped = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

export async function answerByNode(
  handler: NodeHandler,
  request: Request,
  publicUrl: string,
  body: string | undefined,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { protocol, host } = new URL(publicUrl);
  const headers: Record<string, string> = { host, 'x-forwarded-proto': protocol.slice(0, -1) };
  for (const name of passed) {
    const value = request.headers.get(name);
    if (value !== null && isPrintable.test(value)) headers[name] = value;
  }
  const answer = await inject(handler, {
    method: request.method as 'GET',
    url: pathname + search,
    headers,
    ...(body && { payload: body }),
  });
  const answered = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || dropped.includes(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) answered.append(name, String(one));
  }
  const isEmpty = answer.rawPayload.length === 0 || [204, 304].includes(answer.statusCode);
  return new Response(isEmpty ? null : new Uint8Array(answer.rawPayload), {
    status: answer.statusCode,
    headers: answered,
  });
}
