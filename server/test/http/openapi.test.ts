import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allEndpoints } from '../../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import { openApiDocument } from '../../../src/contract/openapi.ts';
import { operations } from '../../../src/contract/operations.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, object> };
}

const document = openApiDocument(publicUrl) as unknown as Document;
const names = Object.keys(allEndpoints) as EndpointName[];

/** Validates a value against a component of the document, by a validator that knows nothing of our schemas. */
function validatorOf(name: string) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return ajv.compile({ ...document, $ref: `#/components/schemas/${name}` });
}

describe('the OpenAPI document', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startTestPortal();
    await conformanceTarget(portal);
  });
  afterAll(() => portal.close());

  it('is served, and is the generated one', async () => {
    const response = await portal.fetch(new Request(`${publicUrl}/openapi.json`));
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(document.openapi).toBe('3.1.0');
  });

  it.each(names)('describes %s with its status and its problems', (name) => {
    const { method, path } = allEndpoints[name];
    const operation = document.paths[path]?.[method.toLowerCase()];
    expect(operation?.operationId).toBe(name);
    expect(Object.keys(operation?.responses ?? {})).toContain(String(operations[name].status));
  });

  it.each(Object.keys(document.components.schemas))('the schema %s is valid JSON Schema 2020-12', (name) => {
    expect(() => validatorOf(name)).not.toThrow();
  });

  it('accepts real answers and refuses a surplus member', async () => {
    const target = await conformanceTarget(portal);
    const visitor = await Visitor.arrive(target);
    const flow = await visitor.succeed('startSignUp', {
      name: 'Ada',
      email: 'ada@example.com',
      password: 'correct horse battery',
    });
    const outcome = await visitor.succeed('verifySignUp', {
      flow: flow.flow,
      code: await target.codeFor('ada@example.com'),
    });
    expect(validatorOf('FlowStarted')(flow)).toBe(true);
    expect(validatorOf('Outcome')(outcome)).toBe(true);
    expect(validatorOf('FlowStarted')({ ...flow, email: 'ada@example.com' })).toBe(false);
    expect(validatorOf('FlowStarted')({ ...flow, tag: 'lower' })).toBe(false);
  });
});
