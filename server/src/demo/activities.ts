import type { HubRowOf } from '../../../src/contract/hub-rows.ts';
import { catering, mira, theo } from './people.ts';
import type { DemoTime } from './time.ts';

type Row = Omit<HubRowOf<'activities'>, 'id' | 'account'>;

const miras = (site: string, { ago, ahead }: DemoTime): Row[] => [
  {
    kind: 'appointment',
    title: 'Tasting of the winter loaves',
    detail: 'At the shop, 14 Alder Street.',
    at: ahead(3, 17),
    until: ahead(3, 19),
  },
  {
    kind: 'order',
    title: 'Two sourdough rounds',
    detail: 'Ready to collect from seven.',
    at: ahead(1, 7),
    url: `${site}/club.html`,
  },
  { kind: 'order', title: 'Standing order: one seeded loaf every Friday', at: ago(210), ongoing: true },
  {
    kind: 'course',
    title: 'Sourdough from scratch',
    detail: 'Seven of twelve lessons done.',
    at: ago(1),
    ongoing: true,
    url: `${site}/club.html`,
  },
  {
    kind: 'message',
    title: 'Your starter question, answered',
    detail: 'Feed it twice on the day before you bake.',
    at: ago(2, 15),
  },
  { kind: 'invoice', title: 'Invoice 2041', detail: '£18.40, paid by card.', at: ago(6) },
  { kind: 'order', title: 'Birthday brioche', at: ago(6, 8) },
  { kind: 'community', title: 'You joined Sourdough circle', at: ago(120) },
  { kind: 'document', title: 'Recipe cards, autumn', at: ago(33), url: `${site}/club.html` },
  { kind: 'course', title: 'Baguettes before breakfast', detail: 'Completed.', at: ago(92), until: ago(64) },
  { kind: 'commission', title: 'Commission for Bread Club, J. Brandt', at: ago(38) },
  { kind: 'appointment', title: 'Starter clinic', at: ago(45, 18), until: ago(45, 20) },
  ...Array.from({ length: 16 }, (_, week) => ({
    kind: 'order' as const,
    title: week % 3 === 1 ? 'Rye and two croissants' : 'Seeded loaf',
    at: ago(10 + week * 7, 7),
  })),
];

const caterings = (site: string, { ago, ahead }: DemoTime): Row[] => [
  { kind: 'order', title: '80 rolls and 12 loaves', detail: 'For the Harlow wedding.', at: ahead(9, 6) },
  {
    kind: 'invoice',
    title: 'Invoice 2052',
    detail: '£312.00, due in two weeks.',
    at: ago(1),
    until: ahead(13),
    url: `${site}/club.html`,
  },
  { kind: 'course', title: 'Food safety at the counter', at: ago(5), ongoing: true },
  { kind: 'document', title: 'Trade price list', at: ago(18), url: `${site}/club.html` },
  { kind: 'message', title: 'Delivery now arrives at six', at: ago(25) },
  { kind: 'invoice', title: 'Invoice 1987', detail: '£274.50, paid by transfer.', at: ago(52) },
];

const theos = (_site: string, { ago }: DemoTime): Row[] => [
  { kind: 'message', title: 'Welcome to Hearth & Crumb', detail: 'Your first coffee is on us.', at: ago(1) },
];

export const demoActivities = (site: string, time: DemoTime): HubRowOf<'activities'>[] =>
  (
    [
      [mira, miras],
      [catering, caterings],
      [theo, theos],
    ] as const
  ).flatMap(([{ id: account }, rows]) =>
    rows(site, time).map((row, index) => ({ ...row, id: `${account}-${index + 1}`, account })),
  );
