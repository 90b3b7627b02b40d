import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { allEndpoints } from '../../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import { problemsOf } from '../../../src/contract/openapi.ts';
import { type ProblemDetails, problems } from '../../../src/contract/problems.ts';
import { examples } from '../../../test/conformance/request-cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';
import type { Database } from '../../src/storage/schema.ts';
import { describeStorage } from '../support/databases.ts';
import { thorough } from '../support/thorough.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

/** Through every database; and so many more through the one that takes the least time. */
const requests = thorough(10_000);
const manyRequests = thorough(50_000);
const names = Object.keys(allEndpoints) as EndpointName[];

/** Header values that the platform lets through; anything else never reaches a server. */
const headerValue = fc.oneof(
  fc.constantFrom(
    'DPoP x',
    'Bearer x',
    'application/json',
    'text/plain; charset=utf-16',
    '"',
    ',',
    'null',
    '*',
    '-1',
    '9'.repeat(40),
  ),
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((byte) => String.fromCharCode(byte)),
    maxLength: 300,
  }),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'DPoP',
    'Authorization',
    'Content-Type',
    'Origin',
    'Accept-Language',
    'If-None-Match',
    'User-Agent',
    'X-Forwarded-For',
    'Idempotency-Key',
  ),
  headerValue,
  { maxKeys: 4 },
);
const json = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.string(),
  fc.constantFrom(
    '{"__proto__":{"a":1}}',
    '{"email":{"$ne":null}}',
    '[[[[[[[[]]]]]]]]',
    '1e999',
    '"\\ud800"',
    '{"constructor":1}',
  ),
);

describeStorage(`fuzz of ${requests} requests`, (current) => fuzz(requests, () => current().db));
describe(`fuzz of ${manyRequests} requests (SQLite in memory)`, () =>
  fuzz(manyRequests, () => nodeSqlite(':memory:')));

function fuzz(requests: number, database: () => Kysely<Database>): void {
  let portal: TestPortal;
  let target: Target;
  beforeAll(async () => {
    portal = await startTestPortal(database());
    target = await conformanceTarget(portal);
  });

  it(
    'T29: every answer is a success or a documented problem, and never a 500',
    { timeout: 600_000 },
    async () => {
      const visitor = await Visitor.arrive(target);
      const { access_token: accessToken } = await visitor.signUp('fuzz@example.com', 'correct horse battery');
      const seen = new Map<string, number>();
      const hold = async (name: EndpointName | undefined, response: Response) => {
        const text = await response.text();
        expect(response.status, text).toBeLessThan(500);
        if (response.status < 400) return;
        const { code, status } = JSON.parse(text) as ProblemDetails;
        seen.set(code, (seen.get(code) ?? 0) + 1);
        expect(status).toBe(response.status);
        if (name) expect(problemsOf(name)).toContain(code);
        else expect(['not-found', 'business-not-found', 'method-not-allowed']).toContain(code);
      };

      /** Half of the requests carry a good proof and a good body but for one thing, so that they get far. */
      const nearMiss = fc.record({
        name: fc.constantFrom(...names),
        field: fc.nat(),
        value: fc.oneof(
          fc.jsonValue({ maxDepth: 2 }),
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.constant('a\u0000b'),
        ),
        headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
        withToken: fc.boolean(),
        id: fc.constantFrom('x', '%00', '%', 'a%2Fb', '%F0%9F%8D%9E'),
      });
      /** Before chance has its turn each endpoint gets what it asks for, from who has a token and who has none. */
      const hits = names.flatMap((name) =>
        [true, false].map((withToken) => {
          const value = Object.values(examples[name] ?? {})[0];
          return { name, field: 0, value, headers: {}, withToken, id: 'x' };
        }),
      );
      await fc.assert(
        fc.asyncProperty(nearMiss, async (shot) => {
          const example = examples[shot.name];
          const fields = Object.keys(example ?? {});
          const field = fields[shot.field % Math.max(1, fields.length)];
          const rawBody =
            example && JSON.stringify(field === undefined ? example : { ...example, [field]: shot.value });
          const request = await visitor.request(shot.name, undefined, {
            ...(rawBody === undefined ? {} : { rawBody }),
            ...(shot.withToken && allEndpoints[shot.name].credential === 'token' ? { accessToken } : {}),
            headers: shot.headers,
            parameters: { id: shot.id },
          });
          // These would end the fuzz of what needs a token.
          if (shot.name === 'revokeAllSessions' || shot.name === 'deleteAccount') return;
          await hold(shot.name, await portal.fetch(request));
        }),
        { numRuns: requests / 2, examples: hits.map((shot) => [shot]) },
      );

      const wild = fc.record({
        path: fc.oneof(
          fc.constantFrom(
            ...names.map((name) => `/many${allEndpoints[name].path}`),
            '/many/link',
            '/none/link',
          ),
          fc.string({ maxLength: 60 }).map((token) => `/many/link?token=${encodeURIComponent(token)}`),
          fc
            .string({ unit: 'binary', maxLength: 80 })
            .map((text) => `/${encodeURI(text.replace(/[\ud800-\udfff]/g, ''))}`),
          fc.webPath(),
        ),
        method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
        headers,
        body: fc.option(json, { nil: undefined }),
      });
      await fc.assert(
        fc.asyncProperty(wild, async ({ path, method, body, ...rest }) => {
          const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
          const init = { method, headers: rest.headers, ...(hasBody ? { body } : {}) };
          const response = await portal.fetch(new Request(publicUrl + path, init));
          expect(response.status).toBeLessThan(500);
          const text = await response.text();
          if (response.status < 400 || method === 'HEAD') return;
          const type = response.headers.get('Content-Type') ?? '';
          // Who opens a dead link is a person.
          if (type.startsWith('text/html')) expect([404, 410]).toContain(response.status);
          else expect(problems).toHaveProperty((JSON.parse(text) as ProblemDetails).code);
        }),
        { numRuns: requests / 2 },
      );
      // The near misses must not all die at the door, or this test shows little.
      for (const code of ['invalid-input', 'credentials-invalid', 'flow-invalid', 'token-invalid']) {
        expect([...seen.keys()]).toContain(code);
      }
    },
  );
}
