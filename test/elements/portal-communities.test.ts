import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { community } from '../support/hub-answers.ts';
import { hubPage, scriptLists } from '../support/hub-page.ts';
import { answer, held, problem, useScriptedBackend } from '../support/scripted-backend.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();
const groups = (...items: ReturnType<typeof community>[]) => answer('readCommunities', { items });
const outside = community('mill', { isMember: false, members: 87, url: undefined });

async function open(mine = [community('bread')], joinable = [outside], attributes = '') {
  scriptLists(backend, 'readCommunities', [groups(...mine)], [groups(...joinable)]);
  const opened = await hubPage(backend, `<portal-communities ${attributes}></portal-communities>`);
  await opened.loaded();
  return { ...opened, rows: () => opened.read('[part=community]') };
}

describe('portal-communities', () => {
  it('shows the own ones with what is unread, and those that are open', async () => {
    const { rows, find, read } = await open([community('bread', { unread: 3, members: 1284 })]);
    expect(rows()[0]).to.include('Circle bread').and.to.include('3 new').and.to.include('1,284 members');
    expect(find<HTMLAnchorElement>('[part=community] a').href).to.equal('https://talk.example/bread');
    expect(read('[part=subheading]')).to.deep.equal(['Open to join']);
    expect(rows()[1]).to.include('87 members').and.to.include('Join');
  });

  it('is in at once, says so, and tells the page once, when the backend has agreed', async () => {
    const { page, visitor, rows, inside, heard } = await open();
    const late = held(
      answer('joinCommunity', { ...outside, isMember: true, members: 90, url: 'https://talk.example/mill' }),
    );
    backend.on('joinCommunity', late.reply);
    await visitor.presses('Join');
    await late.arrived;
    expect(rows()[0]).to.include('Circle mill').and.to.include('88 members');
    expect(inside.activeElement?.textContent).to.include('Circle mill');
    expect(page.count('portal-community-joined'), 'not before it is true').to.equal(0);
    late.release();
    await until(() => rows()[0]?.includes('90 members'), 'The backend’s word counts');
    expect(heard()).to.equal('You have joined Circle mill.');
    expect(page.events.filter(({ type }) => type === 'portal-community-joined')).to.deep.equal([
      { type: 'portal-community-joined', detail: { id: 'mill' } },
    ]);
    expect(backend.received.at(-1)?.request.url).to.match(/\/me\/communities\/mill\/membership$/);
  });

  it('goes back when joining is refused, says why, and joins from the alert', async () => {
    const { page, visitor, rows, inside } = await open();
    backend.on('joinCommunity', problem('unavailable'));
    await visitor.presses('Join');
    await visitor.isTold(words.problems.unavailable);
    expect(rows()[1]).to.include('Circle mill').and.to.include('87 members').and.to.include('Join');
    expect(inside.activeElement?.matches('.alert')).to.equal(true);
    expect(page.count('portal-community-joined')).to.equal(0);
    backend.on('joinCommunity', answer('joinCommunity', { ...outside, isMember: true }));
    await visitor.presses(words.retry);
    await until(() => page.count('portal-community-joined'), 'In');
    expect(rows()[0]).to.include('Circle mill');
  });

  it('leaves in two steps, by keyboard, and not by accident', async () => {
    const { page, visitor, rows, inside, find, heard } = await open([community('bread')], []);
    backend.on(
      'leaveCommunity',
      answer('leaveCommunity', community('bread', { isMember: false, members: 9 })),
    );
    find('[part=leave]').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => inside.activeElement?.matches('[part=stay]'), 'The harmless answer has the focus');
    await sendKeys({ press: 'Escape' });
    await until(() => inside.activeElement?.matches('[part=leave]'), 'Back where it was');
    expect(inside.querySelector('[part=stay]')).to.equal(null);
    expect(backend.count('leaveCommunity')).to.equal(0);
    await sendKeys({ press: 'Enter' });
    await until(() => inside.activeElement?.matches('[part=stay]'), 'It asks again');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => page.count('portal-community-left') === 1, 'Out');
    expect(rows()).to.have.length(1);
    expect(rows()[0]).to.include('Join').and.to.include('9 members');
    expect(heard()).to.equal('You have left Circle bread.');
    expect(visitor.alert).to.equal('');
  });

  for (const [code, sentence] of [
    ['community-not-found', 'This community is no longer there for you.'],
    ['community-closed', 'Who is in this community is up to its hosts.'],
  ] as const)
    it(`says what ${code} means, offers no second try, and shows what there is now`, async () => {
      const { visitor, rows, inside } = await open([community('bread')], [outside]);
      backend.on('joinCommunity', problem(code));
      scriptLists(backend, 'readCommunities', [groups(community('bread'))], [groups()]);
      await visitor.presses('Join');
      await visitor.isTold(sentence);
      expect(inside.querySelector('[part=retry]')).to.equal(null);
      await until(() => rows().length === 1, 'It is not offered any more');
    });

  it('offers no way out of what the business alone decides', async () => {
    const { inside } = await open([community('club', { access: 'closed' })], []);
    expect(inside.querySelector('[part=leave]')).to.equal(null);
  });

  it('sends one request however often Join is pressed', async () => {
    const { visitor, page } = await open([], [outside, community('oven', { isMember: false })]);
    const late = held(answer('joinCommunity', { ...outside, isMember: true }));
    backend.on('joinCommunity', late.reply);
    const buttons = [
      ...page.element('portal-communities').shadowRoot!.querySelectorAll<HTMLElement>('[part=join]'),
    ];
    for (const button of [...buttons, ...buttons]) button.click();
    await late.arrived;
    late.release();
    await until(() => page.count('portal-community-joined'), 'In');
    expect(backend.count('joinCommunity')).to.equal(1);
    expect(visitor.everything).to.include('Circle oven');
  });
});
