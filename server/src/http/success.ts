import { allEndpoints } from '../../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import { operations } from '../../../src/contract/operations.ts';
import type { Secrets } from '../domain/ports.ts';

/** What anybody may read may be kept for a minute, and shown for an hour while it is fetched anew. */
const publicCaching = 'public, max-age=60, stale-while-revalidate=3600';

/** The contract's status and JSON; for public facts with an entity tag (RFC 9110 section 8.8.3). */
export async function successResponse(
  name: EndpointName,
  value: unknown,
  request: Request,
  secrets: Secrets,
): Promise<Response> {
  const { status, response } = operations[name];
  if (response === null) return new Response(null, { status });
  const body = JSON.stringify(value);
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (allEndpoints[name].credential !== 'none') return new Response(body, { status, headers });

  const tag = `"${await secrets.digest(body)}"`;
  headers.set('ETag', tag);
  headers.set('Cache-Control', publicCaching);
  const known = (request.headers.get('If-None-Match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status, headers });
}
