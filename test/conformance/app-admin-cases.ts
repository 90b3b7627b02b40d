/** Child apps, set up by the business's own systems and seen by its customers. */
import { check, checkEqual } from './check.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

type AdminTarget = Target & Required<Pick<Target, 'apiKey' | 'apps'>>;
let made = 0;

const appAdminCase = (title: string, run: (target: AdminTarget) => Promise<void>): Case => ({
  title,
  async run(target) {
    if (isAsked(target)) await run(target);
  },
});

const isAsked = (target: Target): target is AdminTarget =>
  target.apiKey !== undefined && target.apps !== undefined;

const url = 'https://courses.example/';
const signOn = { redirectUris: [`${url}callback`], initiateLoginUri: `${url}login` };

/** An app of its own for each case, and somebody to look at it. */
async function scene(target: AdminTarget, more: object = {}) {
  const visitor = await Visitor.arrive(target);
  const id = `app-${Date.now()}-${(made += 1)}`;
  const grant = await visitor.signUp(`${id}@example.com`, 'correct horse battery');
  const app = { parameters: { id } };
  const put = (body: object = {}) => visitor.succeed('putApp', { name: `Courses ${id}`, url, ...body }, app);
  const seen = async () => {
    const me = await visitor.succeed('readMe', undefined, { accessToken: grant.access_token });
    return me.apps.find((one) => one.id === id);
  };
  const account = grant.session.account.id;
  const why = async (who = account) =>
    (await visitor.succeed('whyApp', undefined, { ...app, query: { account: who } })).reasons;
  return { visitor, id, app, account, put, seen, why, first: await put(more) };
}

export const appAdminCases: Case[] = [
  appAdminCase(
    'putApp: what the business says is what its customers see; said again it is the same',
    async (target) => {
      const { id, put, seen, first } = await scene(target, {
        icon: 'https://courses.example/icon.png',
        badge: 3,
      });
      check(first.clientSecret === undefined, 'A plain link has no secret');
      checkEqual(
        await seen(),
        { id, name: `Courses ${id}`, url, icon: 'https://courses.example/icon.png', badge: 3, kind: 'link' },
        'tile',
      );
      checkEqual((await put()).app, first.app, 'an upsert that changes nothing');
      checkEqual((await put({ icon: null, badge: 0 })).app.icon, undefined, 'icon');
      checkEqual(
        await seen(),
        { id, name: `Courses ${id}`, url, kind: 'link' },
        'tile without icon and badge',
      );
    },
  ),

  appAdminCase(
    'putApp: the secret of a client is told once, and again only where a new one is asked for',
    async (target) => {
      const { put, seen, first } = await scene(target, { signOn });
      check(first.clientSecret !== undefined, 'A new client has a secret');
      checkEqual((await seen())?.kind, 'sign-on', 'kind');
      const again = await put({ signOn: { postLogoutRedirectUris: [url] } });
      check(again.clientSecret === undefined, 'The secret is not shown again');
      checkEqual(again.app.signOn?.redirectUris, signOn.redirectUris, 'what was left out stays');
      checkEqual(again.app.signOn?.backchannelLogoutUrl, undefined, 'of an app that does not want to hear');
      const backchannelLogoutUrl = `${url}back-channel`;
      await put({ signOn: { backchannelLogoutUrl } });
      const kept = (await put({})).app.signOn;
      checkEqual(kept?.backchannelLogoutUrl, backchannelLogoutUrl, 'where it hears of log-outs');
      const silent = await put({ signOn: { backchannelLogoutUrl: null } });
      checkEqual(silent.app.signOn?.backchannelLogoutUrl, undefined, 'and no more');
      const renewed = (await put({ newSecret: true })).clientSecret;
      check(renewed !== undefined && renewed !== first.clientSecret, 'A new secret is another');
      await put({ signOn: null });
      checkEqual((await seen())?.kind, 'link', 'kind');
    },
  ),

  appAdminCase('T21: putApp: addresses that a browser must not be led to → invalid-input', async (target) => {
    const { visitor, app } = await scene(target);
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://courses.example/',
      '//courses.example/',
    ]) {
      const places: [string, object][] = [
        ['/url', { url: bad }],
        ['/icon', { url, icon: bad }],
        ['/signOn/redirectUris/0', { url, signOn: { ...signOn, redirectUris: [bad] } }],
        ['/signOn/backchannelLogoutUrl', { url, signOn: { ...signOn, backchannelLogoutUrl: bad } }],
      ];
      for (const [pointer, body] of places) {
        const problem = await visitor.refused(
          'putApp',
          'invalid-input',
          { name: 'Courses', url, ...body },
          app,
        );
        checkEqual(problem.errors, [{ pointer, code: 'invalid' }], 'errors');
      }
    }
  }),

  appAdminCase(
    'disableApp, enableApp: an app that is disabled is for nobody, and why says so',
    async (target) => {
      const { visitor, app, seen, why } = await scene(target);
      await visitor.succeed('disableApp', undefined, app);
      checkEqual(await seen(), undefined, 'tile of a disabled app');
      checkEqual(await why(), ['app-disabled'], 'reasons');
      await visitor.succeed('enableApp', undefined, app);
      check(await seen(), 'An enabled app is there');
      checkEqual(await why(), [], 'reasons');
    },
  ),

  appAdminCase(
    'allowApp, denyApp: an app for listed accounts, and why an account is none of them',
    async (target) => {
      const { visitor, app, account, seen, why } = await scene(target, { access: 'listed' });
      checkEqual(await seen(), undefined, 'tile of an app for others');
      checkEqual(await why(), ['not-listed'], 'reasons');
      await visitor.succeed('allowApp', { account }, app);
      check(await seen(), 'Who is listed sees it');
      checkEqual(await why(), [], 'reasons');
      await visitor.succeed('denyApp', { account }, app);
      checkEqual(await seen(), undefined, 'tile after it was denied');
      checkEqual(await why('none'), ['no-such-account'], 'reasons for nobody');
      await visitor.refused('allowApp', 'account-not-found', { account: 'none' }, app);
    },
  ),

  appAdminCase('badgeApp: one number for all, and another for one account', async (target) => {
    const { visitor, app, account, seen } = await scene(target);
    await visitor.succeed('badgeApp', { count: 2 }, app);
    checkEqual((await seen())?.badge, 2, 'badge');
    await visitor.succeed('badgeApp', { count: 5, account }, app);
    await visitor.succeed('badgeApp', { count: 7, account }, app);
    checkEqual((await seen())?.badge, 7, "the account's own badge");
    await visitor.succeed('badgeApp', { count: 0, account }, app);
    checkEqual((await seen())?.badge, undefined, 'badge of who has seen everything');
    await visitor.succeed('badgeApp', { count: null, account }, app);
    checkEqual((await seen())?.badge, 2, 'badge');
    await visitor.refused('badgeApp', 'account-not-found', { count: 1, account: 'none' }, app);
  }),

  appAdminCase(
    'listApps, removeApp: in the order that the business set, until one is removed',
    async (target) => {
      const [last, first] = [await scene(target, { position: 2 }), await scene(target, { position: 1 })];
      const ids = async () => {
        const { apps } = await last.visitor.succeed('listApps');
        return apps.map(({ id }) => id).filter((id) => [first.id, last.id].includes(id));
      };
      checkEqual(await ids(), [first.id, last.id], 'order');
      await last.visitor.succeed('removeApp', undefined, first.app);
      checkEqual(await ids(), [last.id], 'what is left');
      for (const name of ['removeApp', 'enableApp', 'disableApp'] as const) {
        await last.visitor.refused(name, 'app-not-found', undefined, first.app);
      }
      await last.visitor.refused('badgeApp', 'app-not-found', { count: 1 }, first.app);
      await last.visitor.refused('allowApp', 'app-not-found', { account: last.account }, first.app);
      await last.visitor.refused('whyApp', 'app-not-found', undefined, {
        ...first.app,
        query: { account: last.account },
      });
    },
  ),
];
