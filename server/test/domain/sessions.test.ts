import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionGrant } from '../../../src/contract/operations.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;
const email = 'ada@example.com';
const password = 'correct horse battery';

describe('sessions over time', () => {
  let portal: TestPortal;
  let target: Target;
  let visitor: Visitor;
  let first: SessionGrant;
  const refresh = (token: string) =>
    visitor.succeed('refreshSession', { grant_type: 'refresh_token', refresh_token: token });
  const refused = (token: string, by = visitor) =>
    by.refused('refreshSession', 'session-ended', { grant_type: 'refresh_token', refresh_token: token });
  const stolenMails = async () =>
    (await portal.mailsTo(email)).filter(({ template }) => template === 'session-stolen');

  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    visitor = await Visitor.arrive(target);
    first = await visitor.signUp(email, password);
  });
  afterEach(() => portal.close());

  it('an access token lives five minutes', async () => {
    expect(first.expires_in).toBe(300);
    portal.advance(300 * second - 1);
    await visitor.succeed('readMe', undefined, { accessToken: first.access_token });
    portal.advance(1);
    await visitor.refused('readMe', 'token-invalid', undefined, { accessToken: first.access_token });
  });

  it('a lost reply is answered with the same successor, days later too', async () => {
    const lost = await refresh(first.refresh_token);
    portal.advance(6 * day);
    expect((await refresh(first.refresh_token)).refresh_token).toBe(lost.refresh_token);
    expect(await stolenMails()).toHaveLength(0);
  });

  it('a token whose successor was used is forgiven for 30 seconds', async () => {
    const next = await refresh(first.refresh_token);
    const current = await refresh(next.refresh_token);
    portal.advance(30 * second);
    expect((await refresh(first.refresh_token)).refresh_token).toBe(current.refresh_token);
  });

  it('T13: … and ends the session after that, with one mail to its owner', async () => {
    const next = await refresh(first.refresh_token);
    const current = await refresh(next.refresh_token);
    portal.advance(30 * second + 1);
    await refused(first.refresh_token);
    await refused(current.refresh_token);
    await refused(first.refresh_token);
    expect(await stolenMails()).toHaveLength(1);
  });

  it('… also when the purge has erased the sealed predecessor already', async () => {
    const next = await refresh(first.refresh_token);
    await refresh(next.refresh_token);
    portal.advance(31 * second);
    await portal.deps.storage.purge(portal.deps.clock.now(), 100);
    await refused(first.refresh_token);
    expect(await stolenMails()).toHaveLength(1);
  });

  it('T13: the right token with another key ends the session, with one mail', async () => {
    const thief = await Visitor.arrive(target);
    await refused(first.refresh_token, thief);
    await refused(first.refresh_token);
    expect(await stolenMails()).toHaveLength(1);
  });

  it('an invented token of a real session ends nothing', async () => {
    const [session] = first.refresh_token.split('.');
    await refused(`${session}.0.invented.invented`);
    await refresh(first.refresh_token);
  });

  it('a token with something added to it is none, and ends nothing', async () => {
    await refused(`${first.refresh_token}.more`);
    await refresh(first.refresh_token);
  });

  it('a session can be refreshed any number of times', async () => {
    let grant = first;
    for (let times = 0; times < 12; times += 1) grant = await refresh(grant.refresh_token);
    expect(grant.session.generation).toBe(12);
  });

  it('a session ends after 7 idle days, and each refresh starts them anew', async () => {
    portal.advance(7 * day - 1);
    const next = await refresh(first.refresh_token);
    portal.advance(7 * day);
    await refused(next.refresh_token);
  });

  it('… and after 30 days however it is used', async () => {
    let token = first.refresh_token;
    for (let days = 6; days < 30; days += 6) {
      portal.advance(6 * day);
      token = (await refresh(token)).refresh_token;
    }
    portal.advance(6 * day);
    await refused(token);
  });

  it('a session that is not remembered ends after 12 hours however it is used', async () => {
    const outcome = await visitor.succeed('signInWithPassword', { email, password, remember: false });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    portal.advance(11 * hour);
    const { refresh_token: token } = await refresh(outcome.grant.refresh_token);
    portal.advance(hour);
    await refused(token);
  });

  it('an account keeps its 20 newest sessions', async () => {
    for (let i = 0; i < 20; i += 1) {
      portal.advance(second);
      await visitor.succeed('signInWithPassword', { email, password });
    }
    await refused(first.refresh_token);
    const outcome = await visitor.succeed('signInWithPassword', { email, password });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const { sessions } = await visitor.succeed('listSessions', undefined, {
      accessToken: outcome.grant.access_token,
    });
    expect(sessions).toHaveLength(20);
  });

  it('nothing that was issued stands in the database in clear (T30)', async () => {
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    const code = await portal.codeFor(email);
    const business = await portal.deps.storage.businesses.bySlug('many');
    const session = await portal.deps.storage.sessions.byId(business?.id ?? '', first.session.id);
    const accounts = await portal.deps.storage.accounts.byEmail(business?.id ?? '', email);
    const dump = JSON.stringify([session, accounts]);
    for (const secret of [first.refresh_token, first.access_token, password, code])
      expect(dump).not.toContain(secret);
    expect(flow).toBeTruthy();
  });
});
