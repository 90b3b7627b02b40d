/** The admin API: for the business's own systems, which have a key and no browser. */
import { check, checkEqual } from './check.ts';
import { tokenOf } from './link-cases.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

type AdminTarget = Target & Required<Pick<Target, 'apiKey' | 'links'>>;
const password = 'correct horse battery';
let people = 0;
const newEmail = () => `admin-${Date.now()}-${(people += 1)}@example.com`;

const adminCase = (title: string, run: (target: AdminTarget) => Promise<void>): Case => ({
  title,
  async run(target) {
    if (isAsked(target)) await run(target);
  },
});

const isAsked = (target: Target): target is AdminTarget =>
  target.apiKey !== undefined && target.links !== undefined;

export const adminCases: Case[] = [
  adminCase('createLink: a link that logs any browser into the account, once', async (target) => {
    const owner = await Visitor.arrive(target);
    const { session } = await owner.signUp(newEmail(), password);
    const { returnTo } = target.links;
    const created = await owner.succeed('createLink', { account: session.account.id, returnTo });
    checkEqual(created.expiresIn, 900, 'life of the link');
    const visitor = await Visitor.arrive(target);
    const token = tokenOf(created.url);
    const outcome = await visitor.succeed('verifySignInLink', { token });
    check(outcome.outcome === 'signed-in', 'The link logs in');
    checkEqual(outcome.grant.session.account.id, session.account.id, 'account');
    await owner.refused('verifySignInLink', 'link-invalid', { token });
  }),

  adminCase('T10: createLink: redeemed by 20 browsers in parallel → one gets in', async (target) => {
    const owner = await Visitor.arrive(target);
    const { session } = await owner.signUp(newEmail(), password);
    const { returnTo } = target.links;
    const { url } = await owner.succeed('createLink', { account: session.account.id, returnTo });
    const browsers = await Promise.all(Array.from({ length: 20 }, () => Visitor.arrive(target)));
    const token = tokenOf(url);
    const answers = await Promise.all(browsers.map((one) => one.call('verifySignInLink', { token })));
    checkEqual(answers.filter(({ ok }) => ok).length, 1, 'answers that log in');
    const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code])));
    checkEqual([...codes], ['link-invalid'], 'problems of the others');
  }),

  adminCase('createLink: an account that is not there → account-not-found', async (target) => {
    const visitor = await Visitor.arrive(target);
    const body = { account: 'none', returnTo: target.links.returnTo };
    await visitor.refused('createLink', 'account-not-found', body);
  }),

  adminCase('T11: createLink: a page that is not registered → return-url-not-registered', async (target) => {
    const visitor = await Visitor.arrive(target);
    const { session } = await visitor.signUp(newEmail(), password);
    for (const returnTo of ['https://evil.example/', `${target.links.returnTo}/`, 'javascript:alert(1)']) {
      const body = { account: session.account.id, returnTo };
      await visitor.refused('createLink', 'return-url-not-registered', body);
    }
  }),

  adminCase('createLink: without a good key → api-key-invalid, whatever is wrong with it', async (target) => {
    const visitor = await Visitor.arrive(target);
    const { apiKey } = target;
    const last = apiKey.endsWith('A') ? 'B' : 'A';
    const wrong = [undefined, 'Bearer', `DPoP ${apiKey}`, `Bearer ${apiKey}x`, 'Bearer portal_none.none'];
    for (const Authorization of [...wrong, `Bearer ${apiKey.slice(0, -1)}${last}`]) {
      const answer = await visitor.call(
        'createLink',
        { account: 'none', returnTo: target.links.returnTo },
        { headers: { Authorization } },
      );
      check(!answer.ok && answer.problem.code === 'api-key-invalid', `${Authorization} is refused`);
      check(answer.headers.get('WWW-Authenticate')?.startsWith('Bearer'), 'WWW-Authenticate: Bearer');
    }
  }),

  adminCase('createLink: a key is good for its own business only', async (target) => {
    const visitor = await Visitor.arrive(target, target.singleAccountBackend);
    const body = { account: 'none', returnTo: target.links.returnTo };
    await visitor.refused('createLink', 'api-key-invalid', body);
  }),
];
