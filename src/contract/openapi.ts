/** The OpenAPI 3.1 document, generated from the contract's tables: never written by hand. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { accountAdminSchemas } from './account-admin.ts';
import { allEndpoints, apiKeyRequestsPerMinute } from './all-endpoints.ts';
import { appAdminSchemas } from './app-admin-operations.ts';
import { appSchemas } from './app-operations.ts';
import { accountHeader, type Credential, type Endpoint, type EndpointName } from './endpoints.ts';
import { hubAdminSchemas } from './hub-admin.ts';
import { hubSchemas } from './hub-operations.ts';
import { limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { operations, takesIdempotencyKey } from './operations.ts';
import { type ProblemCode, problems } from './problems.ts';
import { profileSchemas } from './profile-operations.ts';
import * as coreSchemas from './schemas.ts';
import { webhookAdminSchemas } from './webhook-admin.ts';

type Json = Record<string, unknown>;

/** By the names that they have in the document. */
const schemas = {
  ...coreSchemas,
  ...appSchemas,
  ...appAdminSchemas,
  ...accountAdminSchemas,
  ...webhookAdminSchemas,
  ...profileSchemas,
  ...hubSchemas,
  ...hubAdminSchemas,
};

/** What any endpoint may answer, by what it asks for; an operation's own problems come on top. */
const commonProblems: readonly ProblemCode[] = [
  'business-not-found',
  'origin-not-allowed',
  'method-not-allowed',
  'unavailable',
  'internal',
];
const bodyProblems: readonly ProblemCode[] = [
  'malformed-body',
  'body-too-large',
  'unsupported-media-type',
  'invalid-input',
];
const proofProblems: readonly ProblemCode[] = [
  'use-dpop-nonce',
  'proof-missing',
  'proof-invalid',
  'proof-replayed',
];
const idempotencyProblems: readonly ProblemCode[] = [
  'idempotency-key-invalid',
  'idempotency-mismatch',
  'idempotency-running',
];
const credentialProblems: Record<Credential, readonly ProblemCode[]> = {
  none: [],
  proof: proofProblems,
  token: [...proofProblems, 'token-invalid', 'account-changed'],
  'api-key': ['api-key-invalid', 'scope-missing', 'rate-limited'],
};

/** Every problem that an endpoint may answer with. */
export function problemsOf(name: EndpointName): ProblemCode[] {
  const { query, request, problems: own }: Operation = operations[name];
  const { credential } = allEndpoints[name];
  const all = [
    ...own,
    ...credentialProblems[credential],
    ...(takesIdempotencyKey(name) ? idempotencyProblems : []),
    ...(request ? bodyProblems : []),
    ...(query ? (['invalid-input'] as const) : []),
    ...commonProblems,
  ];
  return [...new Set(all)];
}

export function openApiDocument(publicUrl: string): Json {
  const named = new Map<GenericSchema, string>(
    Object.entries(schemas).map(([name, schema]) => [schema as GenericSchema, name]),
  );
  const refer = (schema: GenericSchema): Json => {
    const name = named.get(schema);
    if (name === undefined)
      throw new Error('Every request and response schema stands in `schemas` under a name');
    return { $ref: `#/components/schemas/${name}` };
  };

  const paths: Record<string, Json> = {};
  for (const name of Object.keys(allEndpoints) as EndpointName[]) {
    const { method, path } = allEndpoints[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, refer) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Portal Elements backend', version: '0.1.0' },
    servers: [{ url: `${publicUrl}/{business}`, variables: { business: { default: 'acme' } } }],
    paths,
    components: {
      schemas: Object.fromEntries([...named].map(([schema, name]) => [name, jsonSchema(schema)])),
      parameters: {
        DPoP: {
          name: 'DPoP',
          in: 'header',
          required: true,
          description:
            'A proof of possession, RFC 9449 section 4.2; its nonce comes from the DPoP-Nonce header.',
          schema: { type: 'string' },
        },
        PortalAccount: {
          name: accountHeader,
          in: 'header',
          description: 'The account that the request is meant for; refused when the token is of another one.',
          schema: { type: 'string' },
        },
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description:
            'For one act of the visitor, however often it is sent: the first answer comes again. Kept for 24 hours; for 10 minutes where a code is verified, or the answer is a refusal. Answers 429 and 5xx are not kept.',
          schema: {
            type: 'string',
            pattern: '^[A-Za-z0-9_-]+$',
            minLength: limits.idempotencyKey.shortest,
            maxLength: limits.idempotencyKey.longest,
          },
        },
      },
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'DPoP',
          description: 'An access token bound to the key of the proof, RFC 9449 section 7.1.',
        },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: `A key of the business, for its own systems, with the scope that the operation names. Refused from a browser. ${apiKeyRequestsPerMinute} requests a minute; beyond them 429 \`rate-limited\`, with Retry-After.`,
        },
      },
    },
  };
}

/** A plain schema; what JSON Schema cannot say (trimming, canonical forms) the server says with a field code. */
function jsonSchema(schema: GenericSchema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
  return rest;
}

function operationOf(name: EndpointName, refer: (schema: GenericSchema) => Json): Json {
  const { summary, query, request, response, status }: Operation = operations[name];
  const { path, credential, scope }: Endpoint = allEndpoints[name];
  const pathParameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => ({
    name: key,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const headers = [
    ...(credential === 'none' || credential === 'api-key' ? [] : ['DPoP']),
    ...(credential === 'token' ? ['PortalAccount'] : []),
    ...(takesIdempotencyKey(name) ? ['IdempotencyKey'] : []),
  ].map((header) => ({ $ref: `#/components/parameters/${header}` }));
  return {
    operationId: name,
    summary,
    parameters: [...pathParameters, ...queryParameters(query), ...headers],
    ...(credential === 'token' && { security: [{ accessToken: [] }] }),
    ...(credential === 'api-key' && { security: [{ apiKey: [scope] }] }),
    ...(request && {
      requestBody: { required: true, content: { 'application/json': { schema: refer(request) } } },
    }),
    responses: {
      [status]: {
        description: summary,
        ...(response && { content: { 'application/json': { schema: refer(response) } } }),
      },
      ...problemResponses(name, refer),
    },
  };
}

function queryParameters(query: Operation['query']): Json[] {
  if (!query) return [];
  const { properties, required } = jsonSchema(query) as { properties: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required?.includes(name) ?? false,
    schema,
  }));
}

function problemResponses(name: EndpointName, refer: (schema: GenericSchema) => Json): Json {
  const codes = problemsOf(name);
  const statuses = [...new Set(codes.map((code) => problems[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\`: ${problems[code].title}`)
          .join('. '),
        content: { 'application/problem+json': { schema: refer(schemas.Problem) } },
      },
    ]),
  );
}
