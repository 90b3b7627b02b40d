import { expect } from '@open-wc/testing';
import { PortalClient } from '../../src/api/portal-client.ts';
import { createKey } from '../../src/api/proof.ts';
import { loginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { travel } from '../support/travel.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

describe('a visitor who was logged out from another device', () => {
  it('T28: is told so by the form when they look at the page again, and no name is left on it', async () => {
    const { account, backend, page, visitor } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(account.name);

    const elsewhere = new PortalClient(backend);
    const key = await createKey();
    const { email, password } = account;
    const proof = await elsewhere.call('signInWithPassword', { email, password }, { key });
    if (!proof.ok || proof.value.outcome !== 'signed-in') throw new Error('Not logged in elsewhere');
    const token = proof.value.grant.access_token;
    expect((await elsewhere.call('revokeAllSessions', undefined, { key, token })).ok).to.equal(true);

    // Its access token is due.
    travel(600_000);
    dispatchEvent(new Event('visibilitychange'));
    await visitor.sees(words.logIn);
    await until(
      () => visitor.everything.includes(words.problems['session-ended']),
      'the form says what happened',
    );
    expect(visitor.everything).not.to.include(account.name);
    expect(page.root.innerHTML).not.to.include(account.name);
  });
});
