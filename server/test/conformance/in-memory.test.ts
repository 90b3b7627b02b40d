import { afterAll, beforeAll, describe, it } from 'vitest';
import { conformanceCases } from '../../../test/conformance/cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import {
  conformanceTarget,
  keysForSuite,
  startTestPortal,
  type TestPortal,
  withKeys,
} from '../support/test-portal.ts';

describe('conformance: createApp in memory', () => {
  let portal: TestPortal;
  let target: Target;
  beforeAll(async () => {
    portal = await startTestPortal();
    const whole = await conformanceTarget(portal);
    const business = (await portal.deps.storage.businesses.bySlug('many'))!;
    target = withKeys(whole, await keysForSuite(() => portal.apiKeyFor(business)));
  });
  afterAll(() => portal.close());

  // Not `it.each`: its `$title` is cut off after 40 characters.
  for (const { title, run } of conformanceCases) it(title, () => run(target));
});
