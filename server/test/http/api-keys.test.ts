import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyRequestsPerMinute } from '../../../src/contract/all-endpoints.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { conformanceTarget, returnTo, startTestPortal, type TestPortal } from '../support/test-portal.ts';

describe('API keys', () => {
  let portal: TestPortal;
  let target: Target;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
  });
  afterEach(() => portal.close());

  const wanted = { account: 'none', returnTo };
  const withKey = (apiKey: string) => Visitor.arrive({ ...target, apiKey });

  it('each have so many requests a minute; whoever has no more of the key than its identifier takes none', async () => {
    const apiKey = target.apiKey!;
    const guesser = await withKey(`${apiKey.split('.')[0]}.${'A'.repeat(43)}`);
    await guesser.refused('createLink', 'api-key-invalid', wanted);
    const system = await withKey(apiKey);
    for (let requests = 0; requests < apiKeyRequestsPerMinute; requests += 1) {
      await system.refused('createLink', 'account-not-found', wanted);
    }
    portal.advance(20_000);
    const { retryAfter } = await system.refused('createLink', 'rate-limited', wanted);
    expect(retryAfter).toBe(40);

    const business = (await portal.deps.storage.businesses.bySlug('many'))!;
    const another = await withKey(await portal.apiKeyFor(business));
    await another.refused('createLink', 'account-not-found', wanted);
    portal.advance(40_000);
    await system.refused('createLink', 'account-not-found', wanted);
  });

  it('T27: open what they have a scope for, and nothing else', async () => {
    const business = (await portal.deps.storage.businesses.bySlug('many'))!;
    const narrow = await withKey(await portal.apiKeyFor(business, ['activity']));
    await narrow.refused('createLink', 'scope-missing', wanted);
    const right = await withKey(await portal.apiKeyFor(business, ['activity', 'links']));
    await right.refused('createLink', 'account-not-found', wanted);
  });
});
