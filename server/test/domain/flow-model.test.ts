import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Visitor } from '../../../test/conformance/visitor.ts';
import type { Mail } from '../../src/domain/mail.ts';
import { thorough } from '../support/thorough.ts';
import { ModelRun, operation, type Stage } from '../support/flow-model.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const sequences = thorough(10_000);

describe('whatever is asked, in whatever order', () => {
  let portal: TestPortal;
  let stage: Stage;
  beforeAll(async () => {
    portal = await startTestPortal();
    const target = await conformanceTarget(portal);
    const backends = { single: target.singleAccountBackend, many: target.backend };
    const visitors = await Promise.all(
      [0, 1].map(async () => {
        const { keys } = await Visitor.arrive(target);
        return {
          single: new Visitor(target, backends.single, keys),
          many: new Visitor(target, backends.many, keys),
        };
      }),
    );
    const { secrets } = portal.deps;
    const seal = secrets.seal.bind(secrets);
    stage = {
      portal,
      visitor: (key, backend) => visitors[key]![backend],
      lastMail: undefined,
      opened: 0,
    };
    // Read where it is queued: to look through ten thousand outboxes would take most of the time.
    secrets.seal = (purpose, text, ...rest) => {
      if (purpose === 'outbox') stage.lastMail = JSON.parse(text) as Mail;
      return seal(purpose, text, ...rest);
    };
  });
  afterAll(() => portal.close());

  it(
    "T8: in any order of steps a session comes only of its key's own proof, and nothing is told before it",
    { timeout: 900_000 },
    async () => {
      const operations = fc.array(operation, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(operations, async (sequence) => {
          const run = await ModelRun.prepare(stage);
          for (const one of sequence) await run.perform(one);
        }),
        { numRuns: sequences },
      );
      // One of each sequence's beginning, and enough of what came after: a server that refuses would pass otherwise.
      expect(stage.opened).toBeGreaterThan(sequences * 1.25);
    },
  );
});
