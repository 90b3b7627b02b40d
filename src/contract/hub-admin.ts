/**
 * Three endpoints for every kind of hub-rows.ts, in one shape: put rows, list them, remove them by their keys. Rows are
 * taken each by itself: what is wrong with one refuses that one, and the answer says so at its place.
 */
import * as v from 'valibot';
import type { ApiScope } from './api-scopes.ts';
import type { Endpoint } from './endpoints.ts';
import { type HubKind, hubKindNames, hubKinds, rowSchemaOf } from './hub-rows.ts';
import { pageOf, paging } from './hub-shapes.ts';
import { limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { type ProblemCode, problems, fieldCodes } from './problems.ts';

export const hubVerbs = ['put', 'list', 'remove'] as const;
export type HubVerb = (typeof hubVerbs)[number];
export type HubAdminName = `${HubVerb}${Capitalize<HubKind>}`;

export const hubAdminName = <V extends HubVerb, K extends HubKind>(verb: V, kind: K) =>
  // The type says of both halves what they are; TypeScript does not join them.
  `${verb}${kind[0]?.toUpperCase()}${kind.slice(1)}` as `${V}${Capitalize<K>}`;

type RowSchema = NonNullable<Operation['rows']>;

export const rowsOf = <S extends v.GenericSchema>(row: S) =>
  v.pipe(v.array(row), v.minLength(1), v.maxLength(limits.bulkRows));

/** What a request is held against before its rows are. */
export const BulkBody = v.strictObject({ items: rowsOf(v.record(v.string(), v.unknown())) });

/** Why a row was refused. */
export const RowProblem = v.strictObject({
  code: v.picklist(Object.keys(problems) as ProblemCode[]),
  errors: v.optional(v.array(v.strictObject({ pointer: v.string(), code: v.picklist(fieldCodes) }))),
});

const BulkAnswer = v.strictObject({
  /** One for each row, in their order. `absent`: there was nothing to remove. */
  results: v.array(
    v.strictObject({
      outcome: v.picklist(['created', 'updated', 'removed', 'absent', 'refused']),
      problem: v.optional(RowProblem),
    }),
  ),
});
export type BulkAnswer = v.InferOutput<typeof BulkAnswer>;
export type RowResult = BulkAnswer['results'][number];

/** The members of a row that name it. */
const keySchema = (kind: HubKind) => {
  const { key, row } = hubKinds[kind];
  const entries = row.entries as Record<string, v.GenericSchema>;
  return v.strictObject(Object.fromEntries(key.map((name) => [name, entries[name] ?? v.never()])));
};

const Bulk = { status: 200, response: BulkAnswer, problems: [], bodyLimit: limits.bulkBody } as const;

/** Whose rows; not where they are nobody's. */
const listQuery = (account: v.GenericSchema | undefined) =>
  v.strictObject(account ? { ...paging, account: v.optional(account) } : paging) as NonNullable<
    Operation['query']
  >;

const described = (kind: HubKind) => {
  const { row, key } = hubKinds[kind];
  const keys = keySchema(kind);
  const { account } = row.entries as Record<string, v.GenericSchema | undefined>;
  return {
    put: {
      endpoint: { method: 'PUT', path: `/admin/${kind}` },
      operation: {
        ...Bulk,
        summary: `Put up to ${limits.bulkRows} rows of ${kind}: what has the same ${key.join(' and ')} is replaced`,
        request: v.strictObject({ items: rowsOf(row) }),
        rows: rowSchemaOf(kind),
      },
    },
    list: {
      endpoint: { method: 'GET', path: `/admin/${kind}` },
      operation: {
        summary: `The rows of ${kind}, by ${key.join(' and ')}`,
        query: listQuery(account),
        request: null,
        response: pageOf(row),
        status: 200,
        problems: account ? ['account-not-found', 'account-ambiguous'] : [],
      },
    },
    remove: {
      endpoint: { method: 'POST', path: `/admin/${kind}/remove` },
      operation: {
        ...Bulk,
        summary: `Remove up to ${limits.bulkRows} rows of ${kind}, and what hangs on them`,
        request: v.strictObject({ items: rowsOf(keys) }),
        rows: keys as RowSchema,
      },
    },
  } as const satisfies Record<HubVerb, { endpoint: Omit<Endpoint, 'credential'>; operation: Operation }>;
};

const all = hubKindNames.flatMap((kind) =>
  hubVerbs.map((verb) => ({ verb, kind, name: hubAdminName(verb, kind), ...described(kind)[verb] })),
);

type AdminOperation<V extends HubVerb> = V extends 'list'
  ? {
      request: null;
      query: v.GenericSchema<{
        cursor?: string | undefined;
        limit?: string | undefined;
        account?: string | undefined;
      }>;
      response: v.GenericSchema<{ items: Record<string, unknown>[]; next?: string | undefined }>;
    }
  : { request: typeof BulkBody; response: typeof BulkAnswer };

/** The shape that all have in common: which row goes with which name, the table of kinds says at run time. */
export const hubAdminEndpoints = Object.fromEntries(
  all.map(({ name, endpoint, kind }) => [
    name,
    { ...endpoint, credential: 'api-key', scope: hubKinds[kind].scope },
  ]),
) as unknown as {
  [N in HubAdminName]: {
    method: Endpoint['method'];
    path: string;
    credential: 'api-key';
    scope: ApiScope;
  };
};

export const hubAdminOperations = Object.fromEntries(
  all.map(({ name, operation }) => [name, operation]),
) as unknown as {
  [V in HubVerb as `${V}${Capitalize<HubKind>}`]: Omit<Operation, 'request' | 'query' | 'response'> &
    AdminOperation<V>;
};

/** By the names that they have in the OpenAPI document. */
export const hubAdminSchemas: Record<string, v.GenericSchema> = {
  BulkAnswer,
  ...Object.fromEntries(
    all.flatMap(({ verb, name, operation }) => {
      const schema: v.GenericSchema | null = verb === 'list' ? operation.response : operation.request;
      const component = `${name[0]?.toUpperCase()}${name.slice(1)}`;
      return schema ? [[verb === 'list' ? `${component}Answer` : component, schema]] : [];
    }),
  ),
};

export const hubAdmin = all.map(({ verb, kind, name }) => ({ verb, kind, name }));
