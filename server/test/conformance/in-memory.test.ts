import { afterAll, beforeAll, describe, it } from 'vitest';
import { conformanceCases } from '../../../test/conformance/cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

describe('conformance: createApp in memory', () => {
  let portal: TestPortal;
  let target: Target;
  beforeAll(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
  });
  afterAll(() => portal.close());

  // Not `it.each`: its `$title` is cut off after 40 characters.
  for (const { title, run } of conformanceCases) it(title, () => run(target));
});
