/** Launching child apps, as far as the contract goes: what the page gets. The way from there is the backend's own. */
import { check, checkEqual } from './check.ts';
import { memberOf } from './member.ts';
import type { Case, Target } from './target.ts';

type AppTarget = Target & Required<Pick<Target, 'apps'>>;

const appCase = (title: string, run: (target: AppTarget) => Promise<void>): Case => ({
  title,
  async run(target) {
    if (hasApps(target)) await run(target);
  },
});

const hasApps = (target: Target): target is AppTarget => target.apps !== undefined;

const launching = async (target: AppTarget, app: string) => {
  const { visitor, accessToken } = await memberOf(target);
  return { visitor, overrides: { accessToken, parameters: { id: app } } };
};

export const appCases: Case[] = [
  appCase('launchApp: a ticket for a minute, and where to post it; each time another', async (target) => {
    const { visitor, overrides } = await launching(target, target.apps.open);
    const first = await visitor.succeed('launchApp', undefined, overrides);
    checkEqual(first.url, `${target.backend}/launch`, 'url');
    checkEqual(first.expiresIn, 60, 'life of the ticket');
    const second = await visitor.succeed('launchApp', undefined, overrides);
    check(first.ticket !== second.ticket, 'Every launch has a ticket of its own');
    check(!first.url.includes(first.ticket), 'A ticket is in no address');
  }),

  appCase(
    'T27: launchApp: an app for others and one that is not there → app-not-found, the same bytes',
    async (target) => {
      const answers: string[] = [];
      for (const app of [target.apps.listed, 'there-is-none']) {
        const { visitor, overrides } = await launching(target, app);
        answers.push(
          JSON.stringify(await visitor.refused('launchApp', 'app-not-found', undefined, overrides)),
        );
      }
      checkEqual(answers[0], answers[1], 'problem');
    },
  ),

  appCase('launchApp: a plain link → app-is-a-link', async (target) => {
    const { visitor, overrides } = await launching(target, target.apps.link);
    await visitor.refused('launchApp', 'app-is-a-link', undefined, overrides);
  }),
];
