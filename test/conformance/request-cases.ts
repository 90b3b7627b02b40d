/** Bad requests, made from the contract's table: a new endpoint is covered by being in it. */
import * as v from 'valibot';
import { allEndpoints } from '../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import { hubAdmin } from '../../src/contract/hub-admin.ts';
import { limits } from '../../src/contract/limits.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { check, checkEqual } from './check.ts';
import { rowExamples } from './hub-examples.ts';
import { formerMemberOf, memberOf } from './member.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

/** A body that passes the schema of its endpoint, and opens nothing. */
export const examples: { [N in EndpointName]?: Record<string, unknown> } = {
  startSignUp: { name: 'Ada Lovelace', email: 'ada@example.com', password: 'a difficult sentence' },
  verifySignUp: { flow: 'none', code: '123456' },
  signInWithPassword: { email: 'nobody@example.com', password: 'a difficult sentence' },
  requestSignInCode: { email: 'nobody@example.com' },
  verifySignInCode: { flow: 'none', code: '123456' },
  verifySignInLink: { token: 'none' },
  resendCode: { flow: 'none' },
  chooseAccount: { ticket: 'none', handle: 'none' },
  refreshSession: { grant_type: 'refresh_token', refresh_token: 'none' },
  endSession: { refresh_token: 'none' },
  switchAccount: { account: 'none' },
  stepUpWithPassword: { password: 'not the password' },
  putApp: { name: 'Courses', url: 'https://courses.example/' },
  putWebhook: { url: 'https://hooks.example/' },
  putAccounts: { items: [{ externalId: 'none', email: 'nobody@example.com', name: 'Nobody' }] },
  allowApp: { account: 'none' },
  denyApp: { account: 'none' },
  badgeApp: { count: 3 },
  saveProfile: { values: {} },
  createLink: { account: 'none', returnTo: 'https://example.com/' },
  verifyStepUpCode: { flow: 'none', code: '123456' },
  changePassword: { password: 'another difficult sentence' },
  requestEmailChange: { email: 'nobody@example.com' },
  verifyEmailChange: { flow: 'none', code: '123456' },
};

// Rows of an account that is not there.
for (const { verb, kind, name } of hubAdmin) {
  if (verb !== 'list') examples[name] = { items: [rowExamples[kind][verb]] };
}

const names = Object.keys(allEndpoints) as EndpointName[];
const withBody = names.filter((name) => operations[name].request !== null);
const withProof = names.filter((name) => allEndpoints[name].credential === 'proof');
const withToken = names.filter((name) => allEndpoints[name].credential === 'token');

/** Whoever may ask this endpoint anything: a stranger, or somebody with a token. */
async function askerOf(
  name: EndpointName,
  target: Target,
): Promise<{ visitor: Visitor; accessToken?: string }> {
  return allEndpoints[name].credential === 'token'
    ? memberOf(target)
    : { visitor: await Visitor.arrive(target) };
}

/** Cases of the admin API need a key. */
const whereAsked = (name: EndpointName, { title, run }: Case): Case => ({
  title,
  async run(target) {
    if (allEndpoints[name].credential !== 'api-key' || target.apiKey !== undefined) await run(target);
  },
});

const refusal = (
  name: EndpointName,
  title: string,
  code: Parameters<Visitor['refused']>[1],
  raw: string,
  type?: string,
): Case => ({
  title: `${name}: ${title} → ${code}`,
  async run(target) {
    const { visitor, ...token } = await askerOf(name, target);
    const headers = type === undefined ? {} : { 'Content-Type': type };
    await visitor.refused(name, code, undefined, { ...token, rawBody: raw, headers });
  },
});

const badBodies = withBody.flatMap((name): Case[] => {
  const example = examples[name];
  check(example, `${name} needs an example in request-cases.ts`);
  const json = JSON.stringify(example);
  return [
    refusal(name, 'a form post', 'unsupported-media-type', 'email=a', 'application/x-www-form-urlencoded'),
    refusal(name, 'JSON sent as text/plain', 'unsupported-media-type', json, 'text/plain'),
    refusal(name, 'half of a JSON text', 'malformed-body', json.slice(0, -1)),
    refusal(name, 'an empty body', 'malformed-body', ''),
    refusal(name, 'an array', 'invalid-input', '[]'),
    refusal(name, 'null', 'invalid-input', 'null'),
    refusal(
      name,
      'a body over the limit',
      'body-too-large',
      JSON.stringify({
        ...example,
        pad: 'x'.repeat((operations[name] as Operation).bodyLimit ?? limits.body),
      }),
    ),
    ...Object.keys(example).flatMap((field) => badField(name, example, field)),
    badFieldCase(
      name,
      { ...example, surplus: true },
      '/surplus',
      'unknown-field',
      'a field that is not in the contract',
    ),
  ].map((one) => whereAsked(name, one));
});

function badField(name: EndpointName, example: Record<string, unknown>, field: string): Case[] {
  if ((operations[name] as Operation).rows) return badList(name, example, field);
  const { [field]: right, ...without } = example;
  const isText = typeof right === 'string';
  const missing = badFieldCase(name, without, `/${field}`, 'required', `${field} missing`);
  const other = (value: unknown) =>
    badFieldCase(
      name,
      { ...example, [field]: value },
      `/${field}`,
      'invalid',
      `${field} is ${JSON.stringify(value)}`,
    );
  if (typeof right === 'object') return [missing, ...['', 'x', null, 7, true, [], ['x']].map(other)];
  return [
    missing,
    badFieldCase(
      name,
      { ...example, [field]: '' },
      `/${field}`,
      field === 'grant_type' || !isText ? 'invalid' : 'required',
      `${field} empty`,
    ),
    ...[...(isText ? [null, 7] : []), true, {}, [], ['x']].map(other),
    badFieldCase(
      name,
      { ...example, [field]: 'x'.repeat(2_000) },
      `/${field}`,
      field === 'grant_type' || !isText ? 'invalid' : 'too-long',
      `${field} of 2,000 characters`,
    ),
  ];
}

/** What is wrong with one row is in the answer; what is wrong with the list refuses the request. */
function badList(name: EndpointName, example: Record<string, unknown>, field: string): Case[] {
  const { [field]: _, ...without } = example;
  const tooMany = Array.from({ length: limits.bulkRows + 1 }, () => ({}));
  return [
    badFieldCase(name, without, `/${field}`, 'required', `${field} missing`),
    badFieldCase(name, { ...example, [field]: [] }, `/${field}`, 'required', `${field} empty`),
    badFieldCase(
      name,
      { ...example, [field]: tooMany },
      `/${field}`,
      'too-long',
      `${field} of too many rows`,
    ),
    badFieldCase(name, { ...example, [field]: ['x'] }, `/${field}/0`, 'invalid', `${field} of no rows`),
    ...[null, 7, true, '', {}].map((value) =>
      badFieldCase(
        name,
        { ...example, [field]: value },
        `/${field}`,
        'invalid',
        `${field} is ${JSON.stringify(value)}`,
      ),
    ),
  ];
}

function badFieldCase(name: EndpointName, body: unknown, pointer: string, code: string, title: string): Case {
  return {
    title: `${name}: ${title} → invalid-input ${pointer} ${code}`,
    async run(target) {
      const { visitor, ...token } = await askerOf(name, target);
      const problem = await visitor.refused(name, 'invalid-input', undefined, {
        ...token,
        rawBody: JSON.stringify(body),
      });
      checkEqual(problem.errors, [{ pointer, code }], 'errors');
    },
  };
}

const methodsOf = (name: EndpointName): string[] =>
  names
    .filter((one) => allEndpoints[one].path === allEndpoints[name].path)
    .map((one) => allEndpoints[one].method);

const wrongMethods = names.map((name): Case =>
  whereAsked(name, {
    title: `${name}: a method that the path does not take → method-not-allowed`,
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const method = ['PUT', 'PATCH', 'POST'].find((one) => !methodsOf(name).includes(one));
      check(method, 'No path takes all methods');
      await visitor.refused(name, 'method-not-allowed', undefined, { method, rawBody: '{}' });
    },
  }),
);

const unknownBusiness: Case = {
  title: 'A backend URL without a business → business-not-found, readable by any page',
  async run(target) {
    const visitor = await Visitor.arrive(target, `${target.backend}-that-is-none`);
    const answer = await visitor.call('readPortal', undefined, {
      headers: { Origin: 'https://anywhere.example' },
    });
    check(
      !answer.ok && answer.problem.code === 'business-not-found',
      'An unknown business is business-not-found',
    );
  },
};

const everyExampleFits: Case = {
  title: 'The examples themselves pass the schemas: what is refused is what was changed',
  async run() {
    for (const name of withBody) {
      const schema = operations[name].request;
      check(schema && v.is(schema, examples[name]), `The example of ${name} does not fit its schema`);
    }
  },
};

const unknownReferences = withProof.map((name): Case => ({
  title: `${name}: references that nobody issued end in a documented way`,
  async run(target) {
    const visitor = await Visitor.arrive(target);
    // The visitor checks the answer against the contract; which of its codes it is, the journeys say.
    await visitor.call(name, undefined, { rawBody: JSON.stringify(examples[name]) });
  },
}));

const otherAccount = withToken.map((name): Case => ({
  title: `T27: ${name}: a request that names another account than the token's → account-changed, before its body`,
  async run(target) {
    const { visitor, accessToken } = await memberOf(target);
    await visitor.refused(name, 'account-changed', undefined, {
      accessToken,
      headers: { 'Portal-Account': 'another' },
      ...(operations[name].request && { rawBody: 'not even JSON' }),
    });
  },
}));

const noToken = withToken.map((name): Case => ({
  title: `T27: ${name}: without a token, or with an invented one → token-invalid`,
  async run(target) {
    const visitor = await Visitor.arrive(target);
    const overrides = examples[name] ? { rawBody: JSON.stringify(examples[name]) } : {};
    await visitor.refused(name, 'token-invalid', undefined, overrides);
    await visitor.refused(name, 'token-invalid', undefined, { ...overrides, accessToken: 'invented' });
  },
}));

const revokedSession = withToken.map((name): Case => ({
  title: `T28: ${name}: the token of a session that was revoked → token-invalid`,
  async run(target) {
    const { visitor, accessToken } = await formerMemberOf(target);
    const body = examples[name] && { rawBody: JSON.stringify(examples[name]) };
    await visitor.refused(name, 'token-invalid', undefined, { accessToken, ...body });
  },
}));

const otherBusiness = withToken.map((name): Case => ({
  title: `T27: ${name}: the token of another business → token-invalid`,
  async run(target) {
    const { visitor, accessToken } = await memberOf(target);
    const there = new Visitor(target, target.singleAccountBackend, visitor.keys);
    const body = examples[name] && { rawBody: JSON.stringify(examples[name]) };
    await there.refused(name, 'token-invalid', undefined, { accessToken, ...body });
  },
}));

const otherBusinessesKey = names
  .filter((name) => allEndpoints[name].credential === 'api-key')
  .map((name): Case =>
    whereAsked(name, {
      title: `T27: ${name}: the key of another business → api-key-invalid`,
      async run(target) {
        const visitor = await Visitor.arrive(target, target.singleAccountBackend);
        const body = examples[name] && { rawBody: JSON.stringify(examples[name]) };
        await visitor.refused(name, 'api-key-invalid', undefined, { ...body });
      },
    }),
  );

const isPaged = (name: EndpointName): boolean => {
  const { query }: Operation = operations[name];
  return query !== undefined && 'entries' in query && Object.hasOwn(query.entries as object, 'cursor');
};

/** Parameters of a list that the contract does not name, or names otherwise. */
const badQueries = names.filter(isPaged).flatMap((name): Case[] =>
  [
    ['surplus', 'x', 'unknown-field'],
    ['cursor', '', 'required'],
    ['cursor', 'not a cursor', 'invalid'],
    ['cursor', '~', 'invalid'],
    ['limit', '0', 'invalid'],
    ['limit', String(limits.page.largest + 1), 'invalid'],
  ].map(([key, value, code]) =>
    whereAsked(name, {
      title: `${name}: ?${key}=${value} → invalid-input /${key} ${code}`,
      async run(target) {
        const { visitor, ...token } = await askerOf(name, target);
        const problem = await visitor.refused(name, 'invalid-input', undefined, {
          ...token,
          query: { [key!]: value! },
        });
        checkEqual(problem.errors, [{ pointer: `/${key}`, code }], 'errors');
      },
    }),
  ),
);

/** Every one of these is refused; a backend must be afterwards as it was before. */
export const refusedRequests: Case[] = [
  unknownBusiness,
  ...wrongMethods,
  ...badBodies,
  ...otherAccount,
  ...noToken,
  ...revokedSession,
  ...otherBusiness,
  ...otherBusinessesKey,
  ...badQueries,
];

export const requestCases: Case[] = [everyExampleFits, ...unknownReferences, ...refusedRequests];
