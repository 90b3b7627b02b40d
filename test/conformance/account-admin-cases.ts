/** Accounts in the admin API: rows by the business's own names, each with its own result. */
import type { AccountRow } from '../../src/contract/account-admin.ts';
import type { RequestOf } from '../../src/contract/operations.ts';
import { check, checkEqual } from './check.ts';
import { hubMember, keyCase, type KeyTarget, ownName } from './hub-member.ts';
import type { Case } from './target.ts';
import { Visitor } from './visitor.ts';

async function scene(target: KeyTarget) {
  const visitor = await Visitor.arrive(target);
  const externalId = ownName();
  const row = { externalId, email: `${externalId}@example.com`, name: 'Ada Lovelace' };
  const put = async (...items: RequestOf<'putAccounts'>['items']) =>
    (await visitor.succeed('putAccounts', { items })).results;
  const outcome = async (item: AccountRow) => {
    const [result] = await put(item);
    return result?.outcome;
  };
  const read = (id = externalId) => visitor.succeed('readAccount', undefined, { parameters: { id } });
  return { visitor, externalId, row, put, outcome, read };
}

export const accountAdminCases: Case[] = [
  keyCase('putAccounts: put twice it is created once; what differs is changed', async (target) => {
    const { visitor, externalId, row, outcome, read } = await scene(target);
    checkEqual(await outcome(row), 'created', 'a new one');
    checkEqual(await outcome({ ...row, email: row.email.toUpperCase() }), 'unchanged', 'the same');
    const before = await read();
    const { email, name, emailVerified, passwordOrigin, apps, profile } = before;
    checkEqual(
      { externalId: before.externalId, email, name, emailVerified, passwordOrigin, apps, profile },
      {
        externalId,
        email: row.email,
        name: row.name,
        emailVerified: true,
        passwordOrigin: 'none',
        apps: [],
        profile: {},
      },
      'what is known of it',
    );
    checkEqual(await outcome({ ...row, name: 'Ada King', locale: 'en' }), 'updated', 'another name');
    const after = await read();
    checkEqual(
      [after.account, after.name, after.locale],
      [before.account, 'Ada King', 'en'],
      'the same account',
    );
    checkEqual(await read(before.account), after, 'by its identifier');
    checkEqual(await outcome({ ...row, name: 'Ada King', locale: null }), 'updated', 'no language');
    const { items } = await visitor.succeed('listAccounts', undefined, { query: { externalId } });
    checkEqual(
      items.map(({ account, locale }) => [account, locale]),
      [[before.account, undefined]],
      'listed',
    );
  }),

  keyCase(
    'putAccounts: what is wrong with one row is said at its place, and refuses that one',
    async (target) => {
      const { externalId, row, put, read } = await scene(target);
      const bad = { ...row, externalId: `${externalId}-bad` };
      const results = await put(
        row,
        { ...bad, externalId: 'a/b', email: 'nobody', name: ' ' },
        { ...bad, locale: 'tlh' },
        { ...bad, apps: ['none-such'] },
        { ...bad, passwordHash: 'letmein' },
        { ...bad, profile: { 'none/such': 'x' } },
        { ...bad, surplus: true } as AccountRow,
        { email: bad.email, name: 'No name of its own' },
        { ...bad },
      );
      checkEqual(
        results.map(({ outcome, problem }) => [
          outcome,
          problem?.code,
          problem?.errors?.map(({ pointer, code }) => `${pointer} ${code}`),
        ]),
        [
          ['created', undefined, undefined],
          ['refused', 'invalid-input', ['/externalId invalid', '/email email-invalid', '/name required']],
          ['refused', 'invalid-input', ['/locale invalid']],
          ['refused', 'invalid-input', ['/apps invalid']],
          ['refused', 'invalid-input', ['/passwordHash invalid']],
          ['refused', 'invalid-input', ['/profile/none~1such unknown-field']],
          ['refused', 'invalid-input', ['/surplus unknown-field']],
          ['refused', 'invalid-input', ['/externalId required']],
          ['created', undefined, undefined],
        ],
        'results',
      );
      check(!JSON.stringify(results).includes('letmein'), 'What may be a password is not repeated');
      checkEqual((await read()).externalId, externalId, 'what stands before a bad row is done');
    },
  ),

  keyCase('putAccounts: answers of the profile, by the rule of the field', async (target) => {
    if (!target.profile) return;
    const { phone, text, needed } = target.profile;
    const { row, put, outcome, read } = await scene(target);
    checkEqual(
      await outcome({ ...row, profile: { [phone]: '+49 (0)30 901820', [text]: ' Countess  of\nLovelace ' } }),
      'created',
      'a new one',
    );
    const answers = async (...names: string[]) => {
      const { profile } = await read();
      return [Object.keys(profile).length, ...names.map((name) => profile[name])];
    };
    checkEqual(await answers(phone, text), [2, '+4930901820', 'Countess of Lovelace'], 'kept');
    // What is required may be left for the customer to answer.
    const next = { ...row, profile: { [phone]: null, [needed]: false } };
    checkEqual(await outcome(next), 'updated', 'one taken away, one added');
    checkEqual(await outcome(next), 'unchanged', 'again');
    checkEqual(await answers(needed, text), [2, false, 'Countess of Lovelace'], 'kept');
    const [refused] = await put({
      ...row,
      name: 'Not taken',
      profile: { [phone]: '030 901820', [text]: 'x' },
    });
    checkEqual(refused?.problem?.errors, [{ pointer: `/profile/${phone}`, code: 'phone-invalid' }], 'errors');
    checkEqual((await read()).name, row.name, 'nothing of a row that is refused is done');
  }),

  keyCase('listAccounts: page by page, each once; of one email all its accounts', async (target) => {
    const { visitor, externalId, row, put } = await scene(target);
    const ids = Array.from({ length: 5 }, (_, n) => `${externalId}-${n}`);
    // The limit of accounts on one email is the business's; two are always possible here.
    await put(
      ...ids.map((id, n) => ({ ...row, externalId: id, email: n < 2 ? row.email : `${id}@example.com` })),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await visitor.succeed('listAccounts', undefined, {
        query: { limit: '100', ...(cursor !== undefined && { cursor }) },
      });
      seen.push(...page.items.map((one) => one.externalId ?? ''));
      cursor = page.next;
    } while (cursor !== undefined);
    checkEqual(seen.filter((id) => ids.includes(id)).toSorted(), ids, 'all pages');

    const first = await visitor.succeed('listAccounts', undefined, {
      query: { limit: '1', email: row.email.toUpperCase() },
    });
    const second = await visitor.succeed('listAccounts', undefined, {
      query: { limit: '1', email: row.email, cursor: first.next ?? '' },
    });
    checkEqual(second.next, undefined, 'after the last page');
    const both = [...first.items, ...second.items].map((one) => one.externalId);
    checkEqual(both.toSorted(), ids.slice(0, 2), 'of one email');
    const none = await visitor.succeed('listAccounts', undefined, {
      query: { externalId: `${externalId}-none` },
    });
    checkEqual(none, { items: [] }, 'of none');
    const problem = await visitor.refused('listAccounts', 'invalid-input', undefined, {
      query: { email: 'nobody' },
    });
    checkEqual(problem.errors, [{ pointer: '/email', code: 'email-invalid' }], 'errors');
  }),

  keyCase('T28: removeAccount: by the name of the business; who was logged in is out', async (target) => {
    const member = await hubMember(target);
    const { visitor, account, accessToken } = member;
    // Signed up by itself: it has the portal's identifier only.
    await visitor.succeed('removeAccount', undefined, { parameters: { id: account } });
    await visitor.refused('readMe', 'token-invalid', undefined, { accessToken });
    for (const name of ['readAccount', 'removeAccount'] as const) {
      await visitor.refused(name, 'account-not-found', undefined, { parameters: { id: account } });
      // Neither is a name with letters that none has.
      await visitor.refused(name, 'account-not-found', undefined, { parameters: { id: 'ä' } });
    }
    const { row, externalId, outcome } = await scene(target);
    await outcome(row);
    await visitor.succeed('removeAccount', undefined, { parameters: { id: externalId } });
    checkEqual(await outcome(row), 'created', 'a name that is free again');
  }),

  keyCase('putActivities: the business names an account as it calls it itself', async (target) => {
    const { visitor, externalId, row, put } = await scene(target);
    const [created] = await put(row);
    const at = '2026-03-04T10:00:00.000Z';
    const activity = { id: externalId, account: externalId, kind: 'order', title: 'A loaf', at };
    const { results } = await visitor.succeed('putActivities', { items: [activity] });
    checkEqual(results, [{ outcome: 'created' }], 'results');
    check(created?.account !== undefined, 'A row that was put tells the identifier');
  }),
];
