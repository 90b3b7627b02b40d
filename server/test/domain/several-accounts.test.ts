/** SECURITY section 3: which accounts a proof opens, and what nobody learns before it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allEndpoints } from '../../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import type { SessionGrant } from '../../../src/contract/operations.ts';
import { examples } from '../../../test/conformance/request-cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const email = 'ada@example.com';
const password = 'correct horse battery';
const tokenOf = ({ access_token: accessToken }: SessionGrant) => ({ accessToken });

describe('several accounts on one email', () => {
  let portal: TestPortal;
  let target: Target;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
  });
  afterEach(() => portal.close());

  const counts = [0, 1, 2, 5];
  const matrix = counts.flatMap((accounts) =>
    counts.filter((opened) => opened <= accounts).map((opened) => ({ accounts, opened })),
  );

  /** Every second account first, so that what is opened stands between what is not. */
  async function mailboxOf({ accounts, opened }: { accounts: number; opened: number }) {
    const names: string[] = [];
    for (let index = 0; index < accounts; index += 1) {
      const isOpened =
        opened > 0 &&
        (accounts - index <= opened - names.length || (index % 2 === 0 && names.length < opened));
      const name = `Account ${index}`;
      if (isOpened) names.push(name);
      await (
        await Visitor.arrive(target)
      ).signUp(email, isOpened ? password : `unlike ${index} others`, name);
    }
    return names;
  }

  it.each(matrix)(
    'a password that opens $opened of $accounts accounts lists exactly those, with one hash',
    async ({ accounts, opened }) => {
      const names = await mailboxOf({ accounts, opened });
      expect(names).toHaveLength(opened);
      const visitor = await Visitor.arrive(target);
      const before = portal.hashes.count;
      const answer = await visitor.call('signInWithPassword', { email, password });
      expect(portal.hashes.count - before).toBe(1);
      if (!answer.ok) {
        expect([answer.problem.code, opened]).toEqual(['credentials-invalid', 0]);
      } else if (answer.value.outcome === 'signed-in') {
        expect([answer.value.grant.session.account.name]).toEqual(names);
      } else if (answer.value.outcome === 'choose-account') {
        expect(answer.value.selection.accounts.map(({ name }) => name)).toEqual(names);
      }
    },
  );

  it.each(matrix.filter(({ accounts }) => accounts > 0))(
    'a code lists all $accounts accounts, whatever their passwords ($opened alike)',
    async ({ accounts, opened }) => {
      await mailboxOf({ accounts, opened });
      // Five sign-ups are all the mails that a mailbox gets in an hour.
      portal.advance(numbers.sends.perHour.window);
      const visitor = await Visitor.arrive(target);
      const { flow, tag } = await visitor.succeed('requestSignInCode', { email });
      const code = await target.codeFor(email, tag);
      const outcome = await visitor.succeed('verifySignInCode', { flow, code });
      const listed =
        outcome.outcome === 'choose-account'
          ? outcome.selection.accounts.length
          : Number(outcome.outcome === 'signed-in');
      expect(listed).toBe(accounts);
    },
  );

  /** A token of one account, a sibling outside its proof, a stranger, and somebody at another business. */
  async function neighbours() {
    const visitor = await Visitor.arrive(target);
    const own = await visitor.signUp(email, password, 'Own');
    const others = [
      await (await Visitor.arrive(target)).signUp(email, 'a sibling’s sentence', 'Secret sibling'),
      await (await Visitor.arrive(target)).signUp('stranger@example.com', password, 'Secret stranger'),
      await (
        await Visitor.arrive(target, target.singleAccountBackend)
      ).signUp('elsewhere@example.com', password, 'Secret elsewhere'),
    ];
    return { visitor, own, others };
  }

  const withToken = (Object.keys(allEndpoints) as EndpointName[]).filter(
    (name) => allEndpoints[name].credential === 'token',
  );
  const bodyOf = (name: EndpointName) => examples[name] && { rawBody: JSON.stringify(examples[name]) };

  it.each(withToken)(
    'T27: %s for another account, a sibling or another business → refused, nothing leaks',
    async (name) => {
      const { visitor, own, others } = await neighbours();
      const said: unknown[] = [];
      for (const { session } of others) {
        const headers = { 'Portal-Account': session.account.id };
        const overrides = { ...tokenOf(own), ...bodyOf(name), parameters: { id: session.id } };
        said.push(await visitor.refused(name, 'account-changed', undefined, { ...overrides, headers }));
      }
      const elsewhere = new Visitor(target, target.singleAccountBackend, visitor.keys);
      said.push(
        await elsewhere.refused(name, 'token-invalid', undefined, { ...tokenOf(own), ...bodyOf(name) }),
      );
      for (const { session } of others) {
        for (const secret of [session.id, session.account.id, 'Secret', 'stranger@', 'elsewhere@'])
          expect(JSON.stringify(said)).not.toContain(secret);
      }
      // The token was with its own key: nothing of it was ended.
      await visitor.succeed('readMe', undefined, tokenOf(own));
    },
  );

  it('T27: sessions, flows and selections of others are as unknown as none', async () => {
    const { visitor, own, others } = await neighbours();
    for (const { session } of others) {
      const parameters = { id: session.id };
      const problem = await visitor.refused('revokeSession', 'session-not-found', undefined, {
        ...tokenOf(own),
        parameters,
      });
      expect(problem).toEqual(
        await visitor.refused('revokeSession', 'session-not-found', undefined, {
          ...tokenOf(own),
          parameters: { id: 'unknown' },
        }),
      );
    }
    const { accounts } = await visitor.succeed('readMe', undefined, tokenOf(own));
    expect(accounts).toMatchObject([{ ...own.session.account, current: true }]);
    const { sessions } = await visitor.succeed('listSessions', undefined, tokenOf(own));
    expect(sessions.map(({ id }) => id)).toEqual([own.session.id]);
  });

  it('T19: what a browser held before its log-in is no use to another, and nothing of it is kept', async () => {
    await (await Visitor.arrive(target)).signUp(email, password, 'One');
    await (await Visitor.arrive(target)).signUp(email, password, 'Two');
    const attacker = await Visitor.arrive(target);
    const victim = await Visitor.arrive(target);
    const planted = await attacker.succeed('requestSignInCode', { email });
    const code = await target.codeFor(email, planted.tag);
    await victim.refused('verifySignInCode', 'flow-invalid', { flow: planted.flow, code });
    const outcome = await attacker.succeed('signInWithPassword', { email, password });
    if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
    const { ticket, accounts } = outcome.selection;
    await victim.refused('chooseAccount', 'selection-invalid', { ticket, handle: accounts[0]?.handle ?? '' });

    const grants = [await victim.signIn(email, password, 'One'), await victim.signIn(email, password, 'One')];
    const before = [planted.flow, ticket, ...accounts.map(({ handle }) => handle)];
    const after = grants.flatMap(({ access_token, refresh_token, session }) => [
      access_token,
      refresh_token,
      session.id,
    ]);
    expect(new Set([...before, ...after]).size).toBe(before.length + after.length);
  });
});
