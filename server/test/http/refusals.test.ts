import { expect, it } from 'vitest';
import { formerMemberOf, memberOf } from '../../../test/conformance/member.ts';
import { refusedProofs } from '../../../test/conformance/proof-cases.ts';
import { refusedRequests } from '../../../test/conformance/request-cases.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, startTestPortal } from '../support/test-portal.ts';

/** Proofs are left out: that a proof was seen is remembered, whatever came of it. */
const tables = [
  'businesses',
  'accounts',
  'flows',
  'selections',
  'sessions',
  'access_tokens',
  'outbox',
] as const;

describeStorage('refused requests', (current) => {
  it('change nothing: no row, no mail, no hash', { timeout: 120_000 }, async () => {
    const { db } = current();
    const portal = await startTestPortal(db);
    const target = await conformanceTarget(portal);
    // Something to be damaged, and whoever the cases ask as.
    await memberOf(target);
    await formerMemberOf(target);
    await (await Visitor.arrive(target)).signUp('ada@example.com', 'correct horse battery');
    const dump = async () => {
      const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
      return { rows, hashes: portal.hashes.count };
    };
    const before = await dump();
    for (const { run } of [...refusedRequests, ...refusedProofs]) await run(target);
    expect(await dump()).toEqual(before);
  });
});
