import { expect } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { lookAt, type PreviewPage } from '../support/preview-page.ts';
import { recordWarnings } from '../support/warnings.ts';
import { waitUntil } from '../support/wait-until.ts';

type Tokens = Record<string, string>;

describe('advice on the theme', () => {
  let page: PreviewPage;

  const wear = (tokens: Tokens, element = page.element) => {
    element.removeAttribute('style');
    for (const [name, value] of Object.entries(tokens)) element.style.setProperty(`--portal-${name}`, value);
  };

  /** What the console says of these, and nothing else. */
  const advice = (tokens: Tokens) => {
    wear({ 'color-scheme': 'light', ...tokens });
    const warnings = recordWarnings();
    page.element.dispatchEvent(new Event('portal-ready', { bubbles: true }));
    return warnings.stop().map((one) => one.replace('Portal Elements: ', ''));
  };

  before(async () => {
    document.documentElement.style.setProperty('--portal-accent', '#ffd400');
    const warnings = recordWarnings();
    void definePortalElements();
    page = await lookAt('portal-login', '');
    await waitUntil(() => warnings.seen.some((one) => one.includes('accent')), 'It comes by itself');
    warnings.stop();
    document.documentElement.removeAttribute('style');
  });
  after(() => page.remove());

  it('names the accent that cannot carry text, what is drawn instead, and one that can', () => {
    const [said = '', ...more] = advice({ accent: '#f4a6c0' });
    expect(more).to.deep.equal([]);
    expect(said).to.match(
      /^--portal-accent: #f4a6c0 cannot carry text, with 1\.8:1 on #ffffff where text needs 4\.5:1\./,
    );
    expect(said).to.contain('with #000000 on it').and.contain('Seen on <portal-login>.');
    const [, instead = '', better = ''] = /rings are (#\w+) instead\. (#\w+) would do/.exec(said) ?? [];
    expect(advice({ accent: instead }), 'what is drawn instead').to.deep.equal([]);
    expect(advice({ accent: better }), 'what is proposed').to.deep.equal([]);
  });

  it('says nothing of colours that carry what they are drawn with, in whatever way they are written', () => {
    for (const accent of ['#3b5bdb', 'rebeccapurple', 'oklch(0.45 0.2 150)', 'light-dark(#b4481e, #ffd400)'])
      expect(advice({ accent }), accent).to.deep.equal([]);
    expect(advice({})).to.deep.equal([]);
    expect(advice({ surface: 'rgb(0 0 0 / 20%)' }), 'what lies behind is not known').to.deep.equal([]);
  });

  it('judges a colour on the scheme that is shown', () => {
    const [said] = advice({ accent: 'light-dark(#b4481f, #5c2410)', 'color-scheme': 'dark' });
    expect(said).to.contain('--portal-accent: #5c2410 cannot carry text');
  });

  it('names what is no colour, and what to do', () => {
    expect(advice({ accent: 'blu', danger: '#12' })).to.deep.equal([
      '--portal-accent: "blu" is no colour, and without one there is no palette: leave it out, and it is #3b5bdb. Seen on <portal-login>.',
      '--portal-danger: "#12" is no colour: what it paints has none. Leave it out, and it comes from the accent. Seen on <portal-login>.',
    ]);
  });

  it('measures every other colour that the page sets', () => {
    const faint: [name: string, needs: string][] = [
      ['text', '4.5:1'],
      ['muted', '4.5:1'],
      ['danger', '4.5:1'],
      ['control-border', '3:1'],
      ['focus', '3:1'],
    ];
    for (const [name, needs] of faint) {
      const [said = '', ...more] = advice({ [name]: '#cacaca' }).filter(
        (one) => !one.includes('muted') || name === 'muted',
      );
      expect(more, name).to.deep.equal([]);
      expect(said).to.contain(`--portal-${name}: #cacaca has 1.6:1 on #ffffff, and `).and.contain(needs);
      const better = /(#\w+) would do/.exec(said)?.[1] ?? '';
      expect(advice({ [name]: better }), `${name}: ${better}`).to.deep.equal([]);
    }
  });

  it('says what to do about a dark surface in the light scheme', () => {
    const said = advice({ surface: '#222222' });
    expect(said[0]).to.match(
      /^--portal-surface: on #222222 the text #\w+ has 1\.\d:1, and text needs 4\.5:1\./,
    );
    expect(said[0]).to.contain('--portal-color-scheme: dark would do');
    expect(advice({ surface: '#222222', 'color-scheme': 'dark' })).to.deep.equal([]);
  });

  it('says one thing once, for two elements and two looks, and leaves nothing behind', async () => {
    const tokens = { accent: '#fedcba', 'color-scheme': 'light' };
    const { length } = page.element.shadowRoot!.querySelectorAll('*');
    expect(advice(tokens)).to.have.length(1);
    expect(advice(tokens)).to.have.length(0);
    expect(page.element.shadowRoot!.querySelectorAll('*')).to.have.length(length);
    const warnings = recordWarnings();
    const other = document.createElement('portal-signup');
    wear(tokens, other);
    other.setAttribute('preview', '');
    let isReady = false;
    other.addEventListener('portal-ready', () => (isReady = true));
    document.body.append(other);
    await waitUntil(() => isReady, 'The other is ready');
    expect(warnings.stop().filter((one) => one.includes('accent'))).to.deep.equal([]);
    other.remove();
  });
});
