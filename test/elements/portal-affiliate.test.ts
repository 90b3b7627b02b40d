import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { affiliate, commission } from '../support/hub-answers.ts';
import { hubPage, plain, queries } from '../support/hub-page.ts';
import { answer, problem, useScriptedBackend } from '../support/scripted-backend.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();

async function open(value = affiliate(), attributes = '') {
  backend.on('readAffiliate', answer('readAffiliate', value));
  const opened = await hubPage(backend, `<portal-affiliate ${attributes}></portal-affiliate>`);
  await opened.loaded();
  const fold = (title: string) =>
    [...opened.inside.querySelectorAll('details')].find(
      (one) => plain(one.querySelector('summary')!) === title,
    )!;
  const field = (label: string) =>
    [...opened.inside.querySelectorAll('label')].find((one) => plain(one).startsWith(label))!
      .control as HTMLInputElement;
  const choose = (label: string, value: string) => {
    field(label).value = value;
    field(label).dispatchEvent(new Event('change'));
  };
  return { ...opened, fold, field, choose };
}

async function openCommissions(...pages: Parameters<typeof backend.on>[1][]) {
  const opened = await open();
  backend.on('readCommissions', ...(pages as [(typeof pages)[0]]));
  opened.fold('Commissions').querySelector('summary')!.click();
  await until(() => opened.read('[part=row]').length, 'The list is there');
  return opened;
}

const page = (ids: string[], next?: string) =>
  answer('readCommissions', { items: ids.map((id) => commission(id)), ...(next && { next }) });

const two = affiliate({
  totals: [
    { currency: 'EUR', pending: 0, approved: 12_450, paid: 0, cancelled: 0 },
    { currency: 'JPY', pending: 0, approved: 1200, paid: 5400, cancelled: 0 },
  ],
  months: [
    { month: '2026-10', currency: 'EUR', pending: 0, approved: 12_450, paid: 0, cancelled: 0 },
    { month: '2026-11', currency: 'JPY', pending: 0, approved: 1200, paid: 5400, cancelled: 900 },
  ],
});

describe('portal-affiliate', () => {
  it('shows sums by state in each currency’s own units, customers and leads', async () => {
    const { read } = await open(two);
    expect(read('[part=sums]')).to.deep.equal([
      'To be paid €124.50 Pending €0.00 Paid €0.00 Cancelled €0.00',
      'To be paid ¥1,200 Pending ¥0 Paid ¥5,400 Cancelled ¥0',
    ]);
    expect(read('.sums').at(-1)).to.equal('Customers 12 Leads 34');
  });

  it('copies a link, and says so', async () => {
    const { find, heard } = await open();
    let copied = '';
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
    });
    find('[part=copy]').click();
    await until(() => heard() === 'Copied', 'It is said');
    expect(copied).to.equal('https://hearth.example/?via=ada');
    expect(plain(find('[part=copy]'))).to.equal('Copied');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('selects the link where the browser does not let it be copied', async () => {
    const { find, visitor, inside } = await open();
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    find('[part=copy]').click();
    await until(() => visitor.everything.includes('Press Ctrl+C'), 'It says what to press');
    const input = find<HTMLInputElement>('[part=link] input');
    expect(inside.activeElement).to.equal(input);
    expect(input.value.slice(input.selectionStart!, input.selectionEnd!)).to.equal(
      'https://hearth.example/?via=ada',
    );
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('draws a bar for each of twelve months, and shows the same as a table', async () => {
    const { inside, find } = await open();
    const bars = [...inside.querySelectorAll('rect')].map((bar) => bar.getAttribute('height'));
    expect(bars).to.deep.equal([...Array<string>(11).fill('0%'), '100%']);
    expect(find('[part=chart]').getAttribute('aria-label')).to.include('EUR').and.to.include('€60.00');
    const rows = [...find<HTMLTableElement>('table').rows].map((row) => [...row.cells].map(plain));
    expect(rows).to.have.length(13);
    expect(rows.at(-1)!.slice(1)).to.deep.equal(['€48.00', '€10.00', '€2.00', '€24.00']);
    expect(inside.querySelector('[style]'), 'a strict policy refuses style attributes').to.equal(null);
  });

  it('changes the currency of the chart', async () => {
    const { choose, find } = await open(two);
    choose('Currency', 'JPY');
    await until(() => plain(find('.big')) === '¥6,600', 'Yen are shown');
    expect(find('[part=chart]').getAttribute('aria-label')).to.include('¥6,600');
  });

  it('asks for a list when it is opened, not before', async () => {
    const { fold, read } = await open();
    backend.on(
      'readPayouts',
      answer('readPayouts', {
        items: [
          {
            id: 'p',
            amount: 500,
            currency: 'EUR',
            state: 'scheduled',
            at: '2026-12-01T12:00:00Z',
            note: 'Bank',
          },
        ],
      }),
    );
    backend.on(
      'readReferrals',
      answer('readReferrals', {
        items: [{ id: 'r', name: 'Grace H.', state: 'lead', at: '2026-11-01T12:00:00Z' }],
      }),
    );
    expect(backend.count('readPayouts') + backend.count('readReferrals')).to.equal(0);
    fold('Payouts').open = true;
    await until(() => read('[part=row]').join() === 'Bank Dec 1, 2026 €5.00 Scheduled', 'Payouts are there');
    expect(backend.count('readReferrals')).to.equal(0);
    fold('Leads and customers').open = true;
    await until(() => read('[part=row]').at(-1) === 'Grace H. Nov 1, 2026 Lead', 'Leads are there');
  });

  it('filters commissions by state and by days that are both included', async () => {
    const { choose } = await openCommissions(page(['a']));
    choose('State', 'paid');
    choose('From', '2026-10-01');
    choose('To', '2026-10-31');
    const wanted = 'state=paid&from=2026-10-01&to=2026-11-01';
    await until(() => queries(backend, 'readCommissions').at(-1) === wanted, 'It was asked for');
  });

  it('says in the list that it could not be had, and gets it when asked again', async () => {
    const { fold, visitor, read } = await open();
    backend.on('readCommissions', problem('unavailable'));
    fold('Commissions').open = true;
    await visitor.isTold(words.problems.unavailable);
    expect(fold('Commissions').querySelector('[role=alert]')).not.to.equal(null);
    backend.on('readCommissions', page(['a']));
    await visitor.presses(words.retry);
    await until(() => read('[part=row]').length === 1, 'It is there');
  });

  it('makes one file of all pages, with the filter in force', async () => {
    const opened = await openCommissions(page(['a'], 'behind-a'));
    opened.choose('State', 'paid');
    await until(() => queries(backend, 'readCommissions').length === 2, 'Filtered');
    backend.on('readCommissions', page(['a', 'b'], 'behind-b'), page(['c']));
    const files: { name: string; text: Promise<string> }[] = [];
    const { createObjectURL } = URL;
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), createObjectURL(blob));
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      files.push({ name: this.download, text: blobs.at(-1)!.text() });
    };
    await opened.visitor.presses('Download as CSV');
    await until(() => files.length, 'The file is there').finally(() => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    });
    expect(files[0]!.name).to.match(/^commissions-\d{4}-\d\d-\d\d\.csv$/);
    expect((await files[0]!.text).trim().split('\r\n')).to.have.length(4);
    expect(queries(backend, 'readCommissions').slice(-2)).to.deep.equal([
      'state=paid&limit=100',
      'state=paid&cursor=behind-b&limit=100',
    ]);
    expect(opened.heard()).to.equal('3 commissions are in the file.');
  });

  it('filters and makes the file by keyboard alone, keeps the focus, and says how it went', async () => {
    const { fold, heard, inside, read } = await openCommissions(page(['a', 'b']));
    backend.on('readCommissions', page(['a']));
    const { click } = HTMLAnchorElement.prototype;
    let files = 0;
    HTMLAnchorElement.prototype.click = () => void files++;
    try {
      fold('Commissions').querySelector('summary')!.focus();
      await sendKeys({ press: 'Tab' });
      const state = inside.activeElement as HTMLSelectElement;
      expect(state.localName).to.equal('select');
      await sendKeys({ press: 'End' });
      // Some engines open a list of their own, which is left with Enter.
      if (!state.value) await sendKeys({ press: 'Enter' });
      await until(() => queries(backend, 'readCommissions').at(-1) === 'state=cancelled', 'Filtered');
      await until(() => read('[part=row]').length === 1, 'There is less');
      expect(inside.activeElement === state, 'the focus stays on the filter').to.equal(true);
      for (let step = 0; step < 12 && !inside.activeElement?.matches('[part=download]'); step++)
        await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await until(() => files === 1, 'The file is there');
      await until(() => heard() === '1 commission is in the file.', 'It is said');
      expect(inside.activeElement?.matches('[part=download]'), 'the focus stays').to.equal(true);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('makes no file of half the pages', async () => {
    const opened = await openCommissions(page(['a'], 'behind-a'));
    backend.on('readCommissions', page(['a'], 'behind-a'), problem('rate-limited'));
    await opened.visitor.presses('Download as CSV');
    await opened.visitor.isTold(words.problems['rate-limited']);
    expect(opened.visitor.everything).not.to.include('so far').and.not.to.include('in the file');
  });

  it('shows sums and a few links at home, and fetches nothing else', async () => {
    const links = ['a', 'b', 'c'].map((campaign) => ({
      campaign,
      title: campaign,
      url: 'https://x.example',
    }));
    const { read, inside } = await open(affiliate({ links }), 'limit="2"');
    expect(read('[part=link] .title')).to.deep.equal(['a', 'b']);
    expect(inside.querySelector('svg, details')).to.equal(null);
  });

  it('says what will be here where there is nothing', async () => {
    const { find } = await open(affiliate({ links: [], leads: 0, customers: 0, totals: [], months: [] }));
    expect(plain(find('[part=empty]'))).to.include('No campaign yet');
  });

  it('is opened and shut by keyboard alone: the chart as a table, and the commissions with their ways on', async () => {
    const { find, fold, inside, read } = await open();
    backend.on('readCommissions', page(['a', 'b']));
    const table = await until(() => inside.querySelector<HTMLDetailsElement>('details.plain'), 'The chart');
    find('details.plain > summary').focus();
    await sendKeys({ press: 'Enter' });
    await until(
      () => table?.open && inside.querySelector('details.plain table')?.checkVisibility(),
      'A table',
    );
    await sendKeys({ press: 'Tab' });
    const summary = fold('Commissions').querySelector('summary');
    // A table that is wider than its room takes the focus, to be scrolled.
    if (inside.activeElement !== summary) await sendKeys({ press: 'Tab' });
    expect(inside.activeElement === summary, 'the focus is on the commissions').to.equal(true);
    await sendKeys({ press: 'Enter' });
    await until(() => read('[part=row]').length === 2, 'The list is there');
    for (let step = 0; step < 12 && !inside.activeElement?.matches('[part=download]'); step++)
      await sendKeys({ press: 'Tab' });
    expect(inside.activeElement?.matches('[part=download]'), 'the file is reached').to.equal(true);
    summary?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !fold('Commissions').open, 'Shut');
    expect(inside.activeElement === summary, 'the focus is on the commissions').to.equal(true);
  });
});
