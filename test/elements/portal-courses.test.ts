import { expect } from '@open-wc/testing';
import { course } from '../support/hub-answers.ts';
import { hubPage, plain, queries, scriptLists } from '../support/hub-page.ts';
import { answer, raw, useScriptedBackend } from '../support/scripted-backend.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();
const courses = (...items: ReturnType<typeof course>[]) => answer('readCourses', { items });

async function open(
  mine: ReturnType<typeof course>[],
  offered: ReturnType<typeof course>[] = [],
  attributes = '',
) {
  scriptLists(backend, 'readCourses', [courses(...mine)], [courses(...offered)]);
  const opened = await hubPage(backend, `<portal-courses ${attributes}></portal-courses>`);
  await opened.loaded();
  const tiles = [...opened.inside.querySelectorAll('[part=course]')];
  const links = (tile: Element | undefined) =>
    [...(tile?.querySelectorAll('a') ?? [])].map((link) => [plain(link), link.href]);
  return { ...opened, tiles, links };
}

describe('portal-courses', () => {
  it('shows how far somebody is, and the way on', async () => {
    const { tiles, links, find } = await open([
      course('bread', { continue: { title: 'Shaping', url: 'https://learn.example/bread/8' } }),
      course('cake', { done: 0 }),
    ]);
    expect(plain(tiles[0]!)).to.include('7 of 12 lessons');
    expect(find<HTMLProgressElement & HTMLElement>('progress').position).to.be.closeTo(7 / 12, 0.001);
    expect(links(tiles[0])).to.deep.equal([
      ['Course bread', 'https://learn.example/bread'],
      ['Continue: Shaping', 'https://learn.example/bread/8'],
    ]);
    expect(links(tiles[1]).at(-1)).to.deep.equal(['Start the course', 'https://learn.example/cake']);
  });

  it('says why a course is locked and until when, and does not lead into it', async () => {
    const lock = {
      reason: 'Finish bread first.',
      opensAt: '2026-12-03T12:00:00.000Z',
      url: 'https://learn.example/how',
    };
    const { tiles, links } = await open([course('oven', { state: 'locked', lock })]);
    expect(plain(tiles[0]!)).to.include('Opens on Dec 3, 2026').and.to.include('Finish bread first.');
    expect(links(tiles[0])).to.deep.equal([['How to unlock it', 'https://learn.example/how']]);
  });

  it('shows what is done, and by itself what is on offer: what it costs, where to get it', async () => {
    const offer = { text: '€149', url: 'https://shop.example/cake' };
    const { tiles, links, read } = await open(
      [course('bread', { state: 'done', done: 12 })],
      [course('cake', { state: 'offered', offer })],
    );
    expect(plain(tiles[0]!)).to.include('Completed');
    expect(read('[part=subheading]')).to.deep.equal(['More for you']);
    expect(plain(tiles[1]!)).to.include('€149');
    expect(links(tiles[1])).to.deep.equal([['Get this course', 'https://shop.example/cake']]);
  });

  it('keeps its tinted ground where a picture cannot be had', async () => {
    const { find } = await open([course('bread', { image: 'https://scripted.example/no.jpg' })]);
    const image = find('img');
    await until(() => !image.checkVisibility(), 'The broken picture is gone');
    expect(find('.cover svg').checkVisibility()).to.equal(true);
  });

  it('says what to do where there is nothing', async () => {
    const { element, find } = await open([]);
    expect(plain(find('[part=empty]'))).to.include('No courses yet');
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('asks for as many as the limit says, and for none on offer', async () => {
    const { visitor } = await open([course('bread')], [course('cake')], 'limit="2"');
    expect(queries(backend, 'readCourses')).to.deep.equal(['state=mine&limit=2']);
    expect(visitor.button('Show more')).to.equal(undefined);
  });

  it('has what is on offer in place of none, and is not there without any', async () => {
    const { read } = await open([], [course('cake')], 'limit="2"');
    expect(queries(backend, 'readCourses')).to.deep.equal(['state=mine&limit=2', 'state=offered&limit=2']);
    expect(read('[part=subheading]')).to.deep.equal(['More for you']);

    backend.on('readCourses', courses());
    const { element, inside } = await hubPage(backend, '<portal-courses limit="2"></portal-courses>');
    await until(() => element.matches(':state(empty)'), 'It is known that there are none');
    expect(inside.querySelector('.card')).to.equal(null);
  });

  it('asks anew when the limit changes', async () => {
    const { element } = await open([course('bread')], [], 'limit="2"');
    element.setAttribute('limit', '3');
    await until(() => queries(backend, 'readCourses').at(-1) === 'state=mine&limit=3', 'It has asked');
  });

  it('T21: makes no link of a script, and shows nothing of an answer that holds one', async () => {
    for (const evil of [
      'javascript:alert(1)',
      'http://evil.example/',
      ' https://x.example',
      'data:text/html,x',
    ])
      for (const more of [
        { url: evil },
        { image: evil },
        { continue: { title: 'On', url: evil } },
        { lock: { url: evil } },
        { offer: { url: evil } },
      ]) {
        backend.on('readCourses', raw(JSON.stringify({ items: [course('bread', more)] })));
        const { visitor, inside, page } = await hubPage(backend, '<portal-courses></portal-courses>');
        await visitor.isTold(words.problems.unexpected);
        expect(inside.querySelector('a, img')).to.equal(null);
        page.root.remove();
      }
  }).timeout(60_000);
});
