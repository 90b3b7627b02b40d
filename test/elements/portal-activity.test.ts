import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { entry } from '../support/hub-answers.ts';
import { hubPage, plain, queries } from '../support/hub-page.ts';
import { answer, held, problem, useScriptedBackend } from '../support/scripted-backend.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();
const entries = (...items: ReturnType<typeof entry>[]) => answer('readActivity', { items });

async function open(items: ReturnType<typeof entry>[], attributes = '') {
  backend.on('readActivity', entries(...items));
  const opened = await hubPage(backend, `<portal-activity ${attributes}></portal-activity>`);
  await opened.loaded();
  const { inside, read } = opened;
  const chip = (name: string) =>
    [...inside.querySelectorAll('label')].find((label) => plain(label) === name)!.querySelector('input')!;
  return { ...opened, chip, titles: () => read('[part=entry] .title') };
}

describe('portal-activity', () => {
  it('shows what is under way first, then month by month', async () => {
    const { read, inside } = await open([
      entry('soon', {
        state: 'present',
        kind: 'appointment',
        at: '2026-12-04T12:00:00.000Z',
        url: 'https://book.example/1',
      }),
      entry('new'),
      entry('long', {
        state: 'present',
        kind: 'course',
        at: '2026-10-01T12:00:00.000Z',
        until: '2027-03-31T12:00:00.000Z',
      }),
      entry('old', { at: '2026-10-02T12:00:00.000Z', detail: 'Six croissants' }),
    ]);
    expect(read('[part=subheading]')).to.deep.equal(['Now and next', 'November 2026', 'October 2026']);
    const groups = [...inside.querySelectorAll('[part=entries]')].map((group) =>
      [...group.querySelectorAll('.title')].map(plain),
    );
    expect(groups).to.deep.equal([['Entry soon', 'Entry long'], ['Entry new'], ['Entry old']]);
    expect(inside.querySelector<HTMLAnchorElement>('a')?.href).to.equal('https://book.example/1');
    expect(read('time')[0]).to.match(/^Dec 4, 2026, /);
    expect(read('time')[1]).to.match(/^Oct 1, 2026 – Mar 31, 2027$/);
    expect(read('[part=entry]').at(-1)).to.include('Six croissants');
  });

  it('is narrowed down by keyboard, and keeps nothing of what came too late', async () => {
    const { chip, titles, inside } = await open([entry('a')]);
    const late = held(entries(entry('too late')));
    backend.on('readActivity', late.reply, entries(entry('invoice', { kind: 'invoice' })));
    chip('All').focus();
    await sendKeys({ press: 'ArrowRight' });
    await late.arrived;
    expect(titles(), 'nothing stands under the wrong name').to.deep.equal([]);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await until(() => titles().join() === 'Entry invoice', 'The last choice’s answer is there');
    late.release();
    expect(inside.activeElement).to.equal(chip('Invoices'));
    await until(() => queries(backend, 'readActivity').length >= 3, 'All have been asked');
    expect(queries(backend, 'readActivity').at(-1)).to.equal('kind=invoice');
    expect(titles()).to.deep.equal(['Entry invoice']);
  });

  it('says that there is nothing of a kind, and leaves the choice there', async () => {
    const { chip, visitor, element } = await open([entry('a')]);
    backend.on('readActivity', entries());
    chip('Messages').click();
    await until(() => visitor.everything.includes('Nothing of this kind.'), 'It says so');
    expect(chip('Messages').checked).to.equal(true);
    expect(element.matches(':state(empty)')).to.equal(false);
  });

  it('shows nothing of another kind when asking fails, and gets it from the alert', async () => {
    const { chip, visitor, titles } = await open([entry('a')]);
    backend.on('readActivity', problem('unavailable'));
    chip('Orders').click();
    await visitor.isTold(words.problems.unavailable);
    expect(titles()).to.deep.equal([]);
    backend.on('readActivity', entries(entry('order')));
    await visitor.presses(words.retry);
    await until(() => titles().join() === 'Entry order', 'Got it');
  });

  it('asks on with the filter', async () => {
    const { chip, visitor, titles } = await open([entry('a')]);
    backend.on(
      'readActivity',
      answer('readActivity', { items: [entry('b')], next: 'behind-b' }),
      entries(entry('c')),
    );
    chip('Orders').click();
    await until(() => titles().join() === 'Entry b', 'Filtered');
    await visitor.presses('Show more');
    await until(() => titles().length === 2, 'The next page is there');
    expect(queries(backend, 'readActivity').at(-1)).to.equal('kind=order&cursor=behind-b');
  });

  it('has a sign for a kind that is newer than itself, and no filter where few are shown', async () => {
    const { find, inside } = await open([entry('a', { kind: 'voucher' as 'order' })], 'limit="3"');
    expect(find('.dot svg path').getAttribute('d')).not.to.equal('undefined');
    expect(inside.querySelector('fieldset')).to.equal(null);
    expect(queries(backend, 'readActivity')).to.deep.equal(['limit=3']);
  });

  it('says what will be here where there is nothing', async () => {
    const { find, inside } = await open([]);
    expect(plain(find('[part=empty]'))).to.include('Nothing yet');
    expect(inside.querySelector('fieldset')).to.equal(null);
  });

  it('where few are shown, says so only if the page wants it', async () => {
    const { find } = await open([], 'limit="3" show-empty');
    expect(plain(find('[part=empty]'))).to.include('Nothing yet');
    const { element, inside } = await hubPage(backend, '<portal-activity limit="3"></portal-activity>');
    await until(() => element.matches(':state(empty)'), 'It is known that there is nothing');
    expect(inside.querySelector('.card')).to.equal(null);
  });
});
