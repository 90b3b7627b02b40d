/** Links that are mailed beside a code: who they open for, how often, and where they may lead. */
import { check, checkEqual } from './check.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

type LinkTarget = Target & Required<Pick<Target, 'links'>>;
const password = 'correct horse battery';
let people = 0;
const newEmail = () => `link-${Date.now()}-${(people += 1)}@example.com`;

const linkCase = (title: string, run: (target: LinkTarget) => Promise<void>): Case => ({
  title,
  async run(target) {
    if (hasLinks(target)) await run(target);
  },
});

const hasLinks = (target: Target): target is LinkTarget => target.links !== undefined;

export const tokenOf = (link: string): string => {
  const token = new URL(link).searchParams.get('token');
  check(token, `A link carries its token in the query: ${link}`);
  return token;
};

/** Somebody with an account who has asked for a code, and what came in the mail. */
async function ask(target: LinkTarget) {
  const email = newEmail();
  await (await Visitor.arrive(target)).signUp(email, password);
  const visitor = await Visitor.arrive(target);
  const { returnTo, linkFor } = target.links;
  const started = await visitor.succeed('requestSignInCode', { email, returnTo });
  const link = await linkFor(email, started.tag);
  return {
    email,
    visitor,
    started,
    link,
    token: tokenOf(link),
    code: await target.codeFor(email, started.tag),
  };
}

/** Each of these leads elsewhere than it seems to, for some parser (T11). */
const crooked = (returnTo: string): string[] => {
  const { origin, host, pathname } = new URL(returnTo);
  return [
    '//evil.example',
    'https:evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    `${origin}@evil.example/`,
    `https://${host}@evil.example${pathname}`,
    `https://evil.example/${returnTo}`,
    'javascript:alert(1)',
    'data:text/html,x',
    `${origin}/not-registered`,
    `${returnTo}/`,
    `${returnTo}?next=https://evil.example`,
    `${returnTo}#`,
    returnTo.replace('http', 'HTTP'),
    ` ${returnTo}`,
    pathname,
  ];
};

export const linkCases: Case[] = [
  linkCase('A link logs in the browser that asked, once', async (target) => {
    const { email, visitor, token } = await ask(target);
    const outcome = await visitor.succeed('verifySignInLink', { token });
    check(outcome.outcome === 'signed-in', 'The link logs in');
    checkEqual(outcome.grant.session.account.email, email, 'email');
    const mine = { accessToken: outcome.grant.access_token };
    const { sessions } = await visitor.succeed('listSessions', undefined, mine);
    checkEqual(sessions.find(({ current }) => current)?.method, 'link', 'method of the session');
    await visitor.refused('verifySignInLink', 'link-invalid', { token });
  }),

  linkCase('T9: another browser gets nothing by the link, and uses nothing up', async (target) => {
    const { visitor, token } = await ask(target);
    const scanner = await Visitor.arrive(target);
    for (let visits = 0; visits < 3; visits += 1)
      await scanner.refused('verifySignInLink', 'link-other-device', { token });
    await visitor.succeed('verifySignInLink', { token });
  }),

  linkCase('T9: the page of a link changes nothing, and keeps the token to itself', async (target) => {
    const { visitor, link, token } = await ask(target);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await target.fetch(new Request(link, { method }));
      checkEqual(page.status, 200, `${method}: status`);
      checkEqual(page.headers.get('Referrer-Policy'), 'no-referrer', 'Referrer-Policy');
      check(page.headers.get('Cache-Control')?.includes('no-store'), 'The page is not to be stored');
      await page.text();
    }
    await visitor.succeed('verifySignInLink', { token });
  }),

  linkCase('The code of a used link is used up as well, and the other way round', async (target) => {
    const first = await ask(target);
    await first.visitor.succeed('verifySignInLink', { token: first.token });
    const byCode = { flow: first.started.flow, code: first.code };
    await first.visitor.refused('verifySignInCode', 'flow-invalid', byCode);

    const second = await ask(target);
    await second.visitor.succeed('verifySignInCode', { flow: second.started.flow, code: second.code });
    await second.visitor.refused('verifySignInLink', 'link-invalid', { token: second.token });
  }),

  linkCase(
    'T10: a link redeemed 20 times in parallel → one gets in, 19 are told link-invalid',
    async (target) => {
      const { visitor, token } = await ask(target);
      await visitor.learnNonce();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => visitor.call('verifySignInLink', { token })),
      );
      checkEqual(answers.filter(({ ok }) => ok).length, 1, 'answers that log in');
      const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code])));
      checkEqual([...codes], ['link-invalid'], 'problems of the others');
    },
  ),

  linkCase('Two accounts on one email: the link asks which', async (target) => {
    const email = newEmail();
    await (await Visitor.arrive(target)).signUp(email, password, 'Ada at home');
    await (await Visitor.arrive(target)).signUp(email, password, 'Ada at work');
    const visitor = await Visitor.arrive(target);
    const { returnTo, linkFor } = target.links;
    const { tag } = await visitor.succeed('requestSignInCode', { email, returnTo });
    const outcome = await visitor.succeed('verifySignInLink', { token: tokenOf(await linkFor(email, tag)) });
    check(outcome.outcome === 'choose-account', 'Several accounts ask for a choice');
    checkEqual(outcome.selection.accounts.length, 2, 'accounts');
  }),

  linkCase('An email without an account is answered the same (T3)', async (target) => {
    const { returnTo } = target.links;
    const known = newEmail();
    await (await Visitor.arrive(target)).signUp(known, password);
    const visitor = await Visitor.arrive(target);
    const shape = async (email: string) => {
      const { flow, tag, ...rest } = await visitor.succeed('requestSignInCode', { email, returnTo });
      return [flow.length, tag.length, rest];
    };
    checkEqual(await shape(newEmail()), await shape(known), 'answer');
  }),

  linkCase('T11: links lead to registered pages only, compared as text', async (target) => {
    const visitor = await Visitor.arrive(target);
    for (const returnTo of crooked(target.links.returnTo)) {
      await visitor.refused('requestSignInCode', 'return-url-not-registered', {
        email: newEmail(),
        returnTo,
      });
    }
  }),

  linkCase('GET /portal: names links and where they may lead', async (target) => {
    const { methods, returnUrls } = await (await Visitor.arrive(target)).succeed('readPortal');
    check(methods.includes('link'), 'link is one of the methods');
    check(returnUrls.includes(target.links.returnTo), 'the return URL is listed');
  }),
];
