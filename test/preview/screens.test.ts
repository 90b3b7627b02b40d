import { expect } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { en } from '../../src/i18n/after/en.ts';
import { namesOf } from '../../src/preview/scene.ts';
import { screens } from '../../src/preview/screens.ts';
import { lookAt, type PreviewPage } from '../support/preview-page.ts';
import { documented, isOurs, noteParts, noteStates, onlyInUse } from '../support/surface.ts';

/** The step that a screen is, where it has another name. */
const steps: Record<string, string> = { code: 'enter-code', 'more-details': 'details' };
const withSteps = ['portal-login', 'portal-signup', 'portal-account-picker'];

const words: Record<string, string> = {
  error: 'unavailable',
  exhausted: 'attempts-exhausted',
  expired: 'code-expired',
  wrong: 'code-invalid',
};

/** The first sentence that is read for a state; undefined for one that is no problem. */
function sentence(state: string): string | undefined {
  const { problems, fields } = en;
  const text: string | undefined =
    fields[state as keyof typeof fields] ?? problems[(words[state] ?? state) as keyof typeof problems];
  return text?.replace('{min}', '8').split('. ')[0];
}

/** What a name promises, and the page does not hold. */
function missing(tag: string, name: string, { element, text }: PreviewPage): string[] {
  const [screen = '', named] = name.split(':');
  const state = named ?? (['loading', 'empty', 'error'].includes(screen) ? screen : undefined);
  const said = state && sentence(state);
  const isHub = tag === 'portal-hub';
  const holds = {
    step: !withSteps.includes(tag) || element.matches(`:state(step-${steps[screen] ?? screen})`),
    sentence: !said || text.includes(said),
    busy: state !== 'busy' || element.matches(':state(busy)'),
    loading: state !== 'loading' || isHub || element.matches(':state(loading)'),
    empty: state !== 'empty' || isHub || tag === 'portal-profile' || element.matches(':state(empty)'),
    place: !isHub || screen === 'log-in' || location.hash === `#portal/${screen}`,
  };
  return Object.entries(holds).flatMap(([promise, isHeld]) => (isHeld ? [] : promise));
}

describe('a preview', () => {
  const shown = new Set<string>();
  let stop: () => void;
  before(() => {
    stop = noteStates(shown);
    return definePortalElements();
  });
  after(() => stop());
  after(() => history.replaceState(null, '', location.pathname + location.search));

  for (const tag of Object.keys(screens))
    it(`shows what it says, by every name of <${tag}>`, async () => {
      const page = await lookAt(tag, '');
      const wrong: string[] = [];
      for (const name of namesOf(tag)) {
        await page.change(name);
        noteParts(shown, page.element);
        // The account menu is never empty: who it is stands there.
        const lacks = missing(tag, name, page).filter(
          (one) => one !== 'empty' || tag !== 'portal-account-menu',
        );
        if (lacks.length) wrong.push(`${name} (${lacks.join()}): ${page.text}`);
      }
      page.remove();
      expect(wrong).to.deep.equal([]);
    });

  it('shows every part, slot and state that is documented, and no other', async () => {
    const surface = await documented();
    expect(
      [...shown].filter((one) => !surface.has(one) && !isOurs(one)),
      'not documented',
    ).to.deep.equal([]);
    const lost = [...surface].filter((one) => !shown.has(one));
    expect(lost.sort(), 'documented, and not shown').to.deep.equal(onlyInUse.toSorted());
  });
});
