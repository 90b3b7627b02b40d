/** The hub's elements in each state: what axe says, how wide they are, and what they move. */
import { expect } from '@open-wc/testing';
import { account } from '../support/answers.ts';
import { affiliate, community, course, entry } from '../support/hub-answers.ts';
import { hubPage, scriptLists } from '../support/hub-page.ts';
import { answer, held, problem, useScriptedBackend } from '../support/scripted-backend.ts';
import { until } from '../support/visitor.ts';

const backend = useScriptedBackend();

const endless = 'Donaudampfschifffahrts'.repeat(6);
const bidi = '\u202Egnp.exe \u2066שלום';

/** Tag → what it asks for first, and what is answered: much, or nothing. */
const elements = {
  'portal-courses': {
    full: () =>
      scriptLists(
        backend,
        'readCourses',
        [
          answer('readCourses', {
            items: [
              course('a', { title: endless, continue: { title: bidi, url: 'https://x.example' } }),
              course('b', { state: 'locked', lock: { reason: endless, url: 'https://x.example' } }),
              course('c', { state: 'done', title: bidi }),
            ],
            next: 'more',
          }),
        ],
        [
          answer('readCourses', {
            items: [course('d', { state: 'offered', offer: { text: endless, url: 'https://x.example' } })],
          }),
        ],
      ),
    empty: () => backend.on('readCourses', answer('readCourses', { items: [] })),
    name: 'readCourses',
  },
  'portal-communities': {
    full: () =>
      scriptLists(
        backend,
        'readCommunities',
        [
          answer('readCommunities', {
            items: [
              community('a', { title: endless, summary: endless, unread: 120 }),
              community('b', { title: bidi }),
            ],
          }),
        ],
        [answer('readCommunities', { items: [community('c', { isMember: false, title: endless })] })],
      ),
    empty: () => backend.on('readCommunities', answer('readCommunities', { items: [] })),
    name: 'readCommunities',
  },
  'portal-activity': {
    full: () =>
      backend.on(
        'readActivity',
        answer('readActivity', {
          items: [
            entry('a', { title: endless, detail: endless, state: 'present' }),
            entry('b', { title: bidi, url: 'https://x.example' }),
          ],
          next: 'more',
        }),
      ),
    empty: () => backend.on('readActivity', answer('readActivity', { items: [] })),
    name: 'readActivity',
  },
  'portal-affiliate': {
    full: () =>
      backend.on(
        'readAffiliate',
        answer(
          'readAffiliate',
          affiliate({
            links: [{ campaign: 'a', title: endless, url: `https://x.example/${endless}` }],
            totals: [
              { currency: 'EUR', pending: 9e9, approved: 9e9, paid: 9e9, cancelled: 9e9 },
              { currency: 'JPY', pending: 1, approved: 1, paid: 1, cancelled: 1 },
            ],
          }),
        ),
      ),
    empty: () =>
      backend.on(
        'readAffiliate',
        answer('readAffiliate', { links: [], leads: 0, customers: 0, totals: [], months: [] }),
      ),
    name: 'readAffiliate',
  },
} as const;
const tags = Object.keys(elements) as (keyof typeof elements)[];

/** Colours on their way from one state to the next are nobody's design. */
async function expectAccessible(element: HTMLElement) {
  await Promise.allSettled(
    document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      .map((animation) => animation.finished),
  );
  await expect(element).to.be.accessible();
}

for (const tag of tags) {
  const { full, empty, name } = elements[tag];
  const open = () => hubPage(backend, `<${tag}></${tag}>`);
  describe(`${tag} in each state`, () => {
    it('passes axe: loading, failed', async () => {
      const late = held(problem('internal'));
      backend.on(name, late.reply);
      const { element, inside } = await open();
      await until(() => inside.querySelector('[aria-busy=true]'), 'The skeleton stands');
      await expectAccessible(element);
      late.release();
      await until(() => inside.querySelector('[role=alert]'), 'It has failed');
      await expectAccessible(element);
    });

    it('passes axe: empty, full, dark, from right to left; and fits into 280 px whatever is in it', async () => {
      empty();
      const nothing = await open();
      await nothing.loaded();
      await expectAccessible(nothing.element);
      nothing.page.root.remove();
      full();
      const { element, inside, loaded } = await open();
      await loaded();
      for (const details of inside.querySelectorAll<HTMLDetailsElement>('details.plain')) details.open = true;
      await expectAccessible(element);
      element.style.setProperty('--portal-color-scheme', 'dark');
      await expectAccessible(element);
      element.dir = 'rtl';
      for (const width of ['280px', '760px']) {
        element.style.inlineSize = width;
        const { scrollWidth, clientWidth } = inside.querySelector('.card')!;
        expect(scrollWidth, width).to.be.at.most(clientWidth);
        for (const button of inside.querySelectorAll(
          'button, select, input:not([type=radio]), .action, .chip',
        )) {
          const { height } = button.getBoundingClientRect();
          if (height) expect(Math.round(height * 10) / 10, button.className).to.be.at.least(44);
        }
      }
      await expectAccessible(element);
    }).timeout(60_000);
  });
}

describe('skeletons', () => {
  const usual = {
    'portal-courses': () =>
      scriptLists(
        backend,
        'readCourses',
        [answer('readCourses', { items: ['a', 'b', 'c'].map((id) => course(id)) })],
        [answer('readCourses', { items: [] })],
      ),
    'portal-communities': () =>
      scriptLists(
        backend,
        'readCommunities',
        [answer('readCommunities', { items: ['a', 'b', 'c'].map((id) => community(id)) })],
        [answer('readCommunities', { items: [] })],
      ),
    'portal-activity': () =>
      backend.on('readActivity', answer('readActivity', { items: ['a', 'b', 'c'].map((id) => entry(id)) })),
    'portal-affiliate': () => backend.on('readAffiliate', answer('readAffiliate', affiliate())),
  };
  for (const tag of tags)
    it(`${tag} takes the room of what comes, to within a line`, async () => {
      const gate = held(problem('internal'));
      usual[tag]();
      const { element, inside, loaded } = await hubPage(backend, `<${tag}></${tag}>`);
      await loaded();
      const after = element.getBoundingClientRect().height;
      backend.on(elements[tag].name, gate.reply);
      Reflect.get(element, 'data').value = undefined;
      void Reflect.get(element, 'data').reload();
      await until(() => inside.querySelector('[aria-busy=true]'), 'The skeleton stands');
      const before = element.getBoundingClientRect().height;
      gate.release();
      expect(Math.abs(before - after), `${before} before, ${after} after`).to.be.at.most(26);
    });

  // Of Chromium's kind.
  const canMeasure = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
  (canMeasure ? it : it.skip)('the home moves nothing that stands there while the rest arrives', async () => {
    const items = ['a', 'b', 'c'];
    usual['portal-courses']();
    usual['portal-communities']();
    backend.on(
      'readActivity',
      answer('readActivity', { items: [...items, 'd', 'e'].map((id) => entry(id)) }),
    );
    const own = { ...account, createdAt: '2026-01-02T03:04:05.000Z', current: true };
    backend.on('readMe', answer('readMe', { account, accounts: [own], profile: { missing: [] }, apps: [] }));
    const before = await hubPage(backend, '<portal-hub></portal-hub>');
    before.element.remove();
    let shift = 0;
    const count = (entries: PerformanceEntryList) => {
      for (const one of entries) shift += Reflect.get(one, 'value') as number;
    };
    const observer = new PerformanceObserver((list) => count(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    const hub = document.createElement('portal-hub');
    before.page.root.append(hub);
    for (const tag of ['portal-courses', 'portal-communities', 'portal-activity'])
      await until(
        () => hub.querySelector(tag)?.shadowRoot?.querySelector('[aria-busy=false]'),
        `<${tag}> has come`,
      );
    // The picture with all of it.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    count(observer.takeRecords());
    observer.disconnect();
    expect(shift).to.be.below(0.02);
  });

  const lists = ['readCommunities', 'readActivity', 'readCourses'] as const;
  for (const order of [lists, lists.toReversed()])
    it(`an empty home moves nothing that stands there: ${order.join(', ')}`, async () => {
      const own = { ...account, createdAt: '2026-01-02T03:04:05.000Z', current: true };
      const me = held(
        answer('readMe', { account, accounts: [own], profile: { missing: [{ field: 'phone' }] }, apps: [] }),
      );
      backend.on('readMe', me.reply);
      const late = order.map((name) => ({ name, ...held(answer(name, { items: [] })) }));
      for (const { name, reply } of late) backend.on(name, reply);
      location.hash = '#portal/home';
      const footer = '<p slot="footer">Opening hours</p>';
      const { element: hub } = await hubPage(
        backend,
        `<portal-hub style="min-block-size: 3000px">${footer}</portal-hub>`,
      );
      const places = new Map<Element, number>();
      const look = () => {
        for (const part of hub.children) {
          const { top, height } = part.getBoundingClientRect();
          if (!height || part.localName === 'portal-bar') continue;
          expect(top, part.localName).to.equal(places.get(part) ?? top);
          places.set(part, top);
        }
      };
      const frame = async () => {
        await new Promise(requestAnimationFrame);
        look();
      };
      await until(() => hub.shadowRoot?.querySelector('.greeting'), 'The home stands');
      me.release();
      for (const { arrived, release } of late) {
        for (let count = 0; count < 5; count++) await frame();
        await arrived;
        release();
      }
      await until(() => {
        look();
        return hub.querySelector('portal-activity:state(empty)');
      }, 'All is known');
      for (let count = 0; count < 5; count++) await frame();
      location.hash = '';
      expect([...places.keys()].map(({ localName }) => localName)).to.include.members([
        'p',
        'portal-courses',
      ]);
    });
});
