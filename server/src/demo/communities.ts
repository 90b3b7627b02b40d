import type { HubRowOf } from '../../../src/contract/hub-rows.ts';
import { catering, demoNeighbours, mira } from './people.ts';
import type { DemoTime } from './time.ts';

/** Of each: who of the neighbours is in it, by every how manieth. */
const groups = [
  ['bread-club', 'Bread Club', 'News from the oven, and first pick of the seasonal bakes.', 'closed', 1],
  [
    'sourdough-circle',
    'Sourdough circle',
    'Photos of crumbs, cries for help, and starters to share.',
    'open',
    2,
  ],
  ['early-birds', 'Early birds', 'For those who collect before seven. The coffee is on us.', 'open', 3],
  ['market-days', 'Market days', 'Where the stall stands this week, and who can lend a hand.', 'open', 4],
  ['small-bakers', 'Small bakers', 'Baking with children on Sunday mornings.', 'open', 5],
  ['allotment', 'Flour from the allotment', 'Growing old wheat at the end of Alder Street.', 'open', 6],
  [
    'trade',
    'Trade counter',
    'Standing orders, delivery rounds and price lists for trade customers.',
    'closed',
    9,
  ],
] as const;

export const demoCommunities = (site: string): HubRowOf<'communities'>[] =>
  groups.map(([id, title, summary, access], position) => ({
    id,
    title,
    summary,
    access,
    position,
    url: `${site}/club.html`,
  }));

export function demoMemberships({ ago }: DemoTime): HubRowOf<'memberships'>[] {
  const neighbours = groups.flatMap(([community, , , , every]) =>
    demoNeighbours
      .filter((_, index) => index % every === 0)
      .map(({ id }, index) => ({ community, account: id, at: ago(40 + index) })),
  );
  return [
    ...neighbours,
    { community: 'bread-club', account: mira.id, at: ago(300), unread: 2 },
    { community: 'sourdough-circle', account: mira.id, at: ago(120), unread: 14 },
    { community: 'trade', account: catering.id, at: ago(200), unread: 1 },
  ];
}
