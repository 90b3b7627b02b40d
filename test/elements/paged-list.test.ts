/** Lists that come a page at a time, at the example of courses. */
import { expect } from '@open-wc/testing';
import { course } from '../support/hub-answers.ts';
import { hubPage, queries, scriptLists } from '../support/hub-page.ts';
import { answer, held, problem, useScriptedBackend } from '../support/scripted-backend.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();
const titles = '[part=course] .title';

const page = (ids: string[], next?: string) =>
  answer('readCourses', { items: ids.map((id) => course(id)), ...(next && { next }) });
const none = page([]);

describe('a list that comes a page at a time', () => {
  it('adds the next page below, goes on there with the focus, says how many came, and ends', async () => {
    scriptLists(backend, 'readCourses', [page(['a', 'b'], 'behind-b'), page(['b', 'c', 'd'])], [none]);
    const { visitor, loaded, read, inside, heard } = await hubPage(
      backend,
      '<portal-courses></portal-courses>',
    );
    await loaded();
    await visitor.presses('Show more');
    await until(() => read(titles).length === 4, 'The next page is there');
    expect(read(titles), 'what moved from page to page is there once').to.deep.equal([
      'Course a',
      'Course b',
      'Course c',
      'Course d',
    ]);
    await until(
      () => inside.activeElement?.textContent?.includes('Course c'),
      'The first new one has the focus',
    );
    expect(heard()).to.equal('2 more are shown.');
    expect(visitor.button('Show more')).to.equal(undefined);
    expect(queries(backend, 'readCourses')).to.deep.equal([
      'state=mine',
      'state=offered',
      'state=mine&cursor=behind-b',
    ]);
  });

  it('leaves what is there when the next page fails, and goes on from the alert', async () => {
    scriptLists(backend, 'readCourses', [page(['a'], 'behind-a'), problem('unavailable')], [none]);
    const { visitor, loaded, read, inside } = await hubPage(backend, '<portal-courses></portal-courses>');
    await loaded();
    await visitor.presses('Show more');
    await visitor.isTold(words.problems.unavailable);
    expect(inside.activeElement?.matches('.alert')).to.equal(true);
    expect(read(titles)).to.deep.equal(['Course a']);
    backend.on('readCourses', page(['b']));
    await visitor.presses(words.retry);
    await until(() => read(titles).length === 2, 'The next page is there');
    expect(visitor.alert).to.equal('');
  });

  it('T27: never shows what comes for another account than the one that is shown', async () => {
    const late = held(page(['secret']));
    scriptLists(backend, 'readCourses', [page(['a'], 'behind-a'), late.reply, page(['z'])], [none]);
    const opened = await hubPage(backend, '<portal-courses></portal-courses>');
    await opened.loaded();
    await opened.visitor.presses('Show more');
    await late.arrived;
    let seen = '';
    new MutationObserver(() => (seen += opened.visitor.everything)).observe(opened.inside, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    await opened.switchAccount();
    late.release();
    await until(() => opened.read(titles).join() === 'Course z', 'The other account’s courses are there');
    expect(seen).not.to.include('secret');
    expect(opened.visitor.alert, 'what the one did is nothing to the other').to.equal('');
  });
});
