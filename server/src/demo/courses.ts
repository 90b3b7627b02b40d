import type { HubRowOf } from '../../../src/contract/hub-rows.ts';
import { catering, mira } from './people.ts';
import type { DemoTime } from './time.ts';

const courses = [
  [
    'sourdough',
    'Sourdough from scratch',
    'From a jar of flour and water to a loaf that sings when it cools.',
    12,
    'sourdough',
  ],
  ['baguettes', 'Baguettes before breakfast', 'A dough that works overnight while you sleep.', 9, 'rye'],
  [
    'laminated',
    'Croissants and lamination',
    'Twenty-seven layers, two days, one very cold kitchen.',
    14,
    'croissant',
  ],
  ['rye', 'Dark rye', 'Long fermentation, caraway, and patience.', 8, 'rye'],
  ['buns', 'Sweet buns for a crowd', 'Cinnamon, cardamom, and how to bake sixty at once.', 6, 'cinnamon-bun'],
  ['counter', 'Food safety at the counter', 'What everyone who serves our bread has to know.', 6, 'shop'],
  ['events', 'Ordering for events', 'How many loaves for eighty guests, and when to order them.', 4, 'shop'],
] as const;

const offers: Readonly<Record<string, string>> = {
  rye: 'Part of the winter programme. Club members get a third off.',
  buns: 'Free with your next baker’s dozen.',
};

export const demoCourses = (site: string): HubRowOf<'courses'>[] =>
  courses.map(([id, title, summary, lessons, image], position) => ({
    id,
    title,
    summary,
    lessons,
    position,
    image: `${site}/img/${image}.svg`,
    url: `${site}/club.html`,
    ...(offers[id] !== undefined && { access: 'offered', offer: offers[id], offerUrl: `${site}/join.html` }),
  }));

export function demoEnrolments(site: string, { ago, ahead }: DemoTime): HubRowOf<'enrolments'>[] {
  const lessonUrl = `${site}/club.html`;
  return [
    {
      course: 'sourdough',
      account: mira.id,
      at: ago(1),
      done: 7,
      lesson: 'Shaping a tight round',
      lessonUrl,
    },
    { course: 'baguettes', account: mira.id, at: ago(64), done: 9, lesson: 'Scoring and steam', lessonUrl },
    {
      course: 'laminated',
      account: mira.id,
      at: ago(90),
      opensAt: ahead(12),
      locked: 'The next class starts when the kitchen is cold enough for butter.',
      lockedUrl: lessonUrl,
    },
    {
      course: 'counter',
      account: catering.id,
      at: ago(5),
      done: 3,
      lesson: 'Allergens on the label',
      lessonUrl,
    },
    { course: 'events', account: catering.id, at: ago(20), done: 0 },
  ];
}
