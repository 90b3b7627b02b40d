/** The demo bakery: believable on any day, the same when it is renewed, and each of its customers with data of their own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Business } from '../src/domain/business.ts';
import { putDemoAccounts } from '../src/demo/accounts.ts';
import { putDemoApps, schoolId } from '../src/demo/apps.ts';
import { demoRows, putDemoRows } from '../src/demo/hub.ts';
import { catering, demoPassword, mira, theo } from '../src/demo/people.ts';
import { putDemoProfiles } from '../src/demo/profile.ts';
import { demoSettings } from '../src/demo/settings.ts';
import { missingFields } from '../src/domain/profile.ts';
import { Visitor } from '../../test/conformance/visitor.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from './support/test-portal.ts';

const site = 'http://localhost:8080';

describe('the demo business', () => {
  let portal: TestPortal;
  let business: Business;
  const fill = async () => {
    const now = portal.deps.clock.now();
    await putDemoAccounts(portal.deps, business, now);
    await putDemoRows(portal.deps, business, demoRows(site, now));
  };
  const logIn = async ({ email, name }: typeof mira) => {
    const visitor = await Visitor.arrive(await conformanceTarget(portal));
    const { access_token: accessToken } = await visitor.signIn(email, demoPassword, name);
    return { visitor, accessToken };
  };
  beforeEach(async () => {
    portal = await startTestPortal();
    await conformanceTarget(portal);
    business = (await portal.deps.storage.businesses.bySlug('many'))!;
    await fill();
  });
  afterEach(() => portal.close());

  it('has two accounts on one mailbox, which see different things, and one that has just begun', async () => {
    const seen = new Map<string, unknown[]>();
    for (const person of [mira, catering, theo]) {
      const { visitor, accessToken } = await logIn(person);
      const read = async (name: 'readCourses' | 'readCommunities' | 'readActivity' | 'readCommissions') =>
        (await visitor.succeed(name, undefined, { accessToken })).items.map(({ id }) => id);
      const lists = [await read('readCourses'), await read('readCommunities')];
      seen.set(person.id, [...lists, await read('readActivity'), await read('readCommissions')]);
    }
    const [courses, groups, activity, commissions] = seen.get(mira.id) as string[][];
    expect(courses).toContain('sourdough');
    expect(groups).toContain('sourdough-circle');
    expect([activity?.length, commissions?.length]).toEqual([20, 20]);
    const [hers, theirs] = [seen.get(mira.id)!.flat(), seen.get(catering.id)!.flat()];
    expect(theirs.length).toBeGreaterThan(5);
    expect(hers.filter((id) => theirs.includes(id))).toEqual([]);
    expect(seen.get(theo.id)!.slice(0, 2)).toEqual([[], []]);
  });

  it('has a year of commissions in two currencies, and payouts that add up to what was paid', async () => {
    const { visitor, accessToken } = await logIn(mira);
    const { totals, months, links, leads, customers } = await visitor.succeed('readAffiliate', undefined, {
      accessToken,
    });
    expect(totals.map(({ currency }) => currency).toSorted()).toEqual(['EUR', 'GBP']);
    expect(new Set(months.map(({ month }) => month)).size).toBe(12);
    expect([links.length, leads > 0, customers > 0]).toEqual([2, true, true]);
    const { items } = await visitor.succeed('readPayouts', undefined, {
      accessToken,
      query: { limit: '100' },
    });
    for (const { currency, paid, approved } of totals) {
      const sum = (wanted: string) =>
        items
          .filter((payout) => payout.currency === currency && payout.state === wanted)
          .reduce((all, { amount }) => all + amount, 0);
      expect([sum('paid'), sum('scheduled')]).toEqual([paid, approved]);
    }
  });

  it('renewed, has no row more, and groups as large as before', async () => {
    const { visitor, accessToken } = await logIn(mira);
    const look = async () => {
      const query = { limit: '100' };
      const [groups, commissions, activity] = [
        await visitor.succeed('readCommunities', undefined, { accessToken }),
        await visitor.succeed('readCommissions', undefined, { accessToken, query }),
        await visitor.succeed('readActivity', undefined, { accessToken, query }),
      ];
      return { groups, commissions, activity };
    };
    const before = await look();
    expect(before.groups.items.map(({ members }) => members)).toEqual([19, 37]);
    await fill();
    expect(await look()).toEqual(before);
  });

  it('leads to a school of its own and a plain page; one of its customers lacks what the school asks for', async () => {
    business = await portal.putBusiness('many', { ...demoSettings, origins: [site] });
    await putDemoProfiles(portal.deps, business, portal.deps.clock.now());
    const school = 'http://localhost:8090';
    const [first, second] = [
      await putDemoApps(portal.deps, business, { site, school }),
      await putDemoApps(portal.deps, business, { site, school }),
    ];
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second, 'a new start has a new secret').not.toBe(first);
    const { accounts, apps } = portal.deps.storage;
    const kinds = (await apps.all(business.id)).map(({ name, client }) => [name, client !== null]);
    expect(kinds.slice(-2), 'behind those of the suite').toEqual([
      ['Bread School', true],
      ['Order bread', false],
    ]);
    const lacking = async ({ id }: typeof mira) => {
      const account = (await accounts.byId(business.id, id))!;
      return (await missingFields(portal.deps, business, account, schoolId)).map(({ name }) => name);
    };
    expect([await lacking(mira), await lacking(catering), await lacking(theo)]).toEqual([[], [], ['phone']]);
  });

  it.each(['2026-01-01T00:00:00Z', '2028-02-29T12:00:00Z', '2026-12-31T23:59:59Z', '2026-03-04T05:00:00Z'])(
    'fits on any day: %s',
    async (day) => {
      const now = Date.parse(day);
      const rows = demoRows(site, now);
      await putDemoRows(portal.deps, business, rows);
      const isEarned = ({ at }: { at: string }) => Date.parse(at) <= now;
      expect(rows.commissions.every(isEarned)).toBe(true);
      expect(rows.payouts.filter(({ state }) => state === 'paid').every(isEarned)).toBe(true);
      expect(rows.payouts.filter(({ state }) => state === 'scheduled').some(isEarned)).toBe(false);
    },
  );
});
