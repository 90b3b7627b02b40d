import { expect } from '@open-wc/testing';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { recordWarnings } from '../support/warnings.ts';
import { words } from '../support/words.ts';
import { waitUntil } from '../support/wait-until.ts';

const portal = useMockPortal();

/** What a site's owner gets wrong, and where both the page and the console say how to mend it. */
const mistakes = [
  ['missing', () => '', 'backend-missing', 'no backend'],
  ['not a URL', () => 'portal.example/acme', 'backend-invalid', 'absolute URL'],
  ['another scheme', () => 'ftp://portal.example/acme', 'backend-invalid', 'absolute URL'],
  ['without a business', (backend: string) => `${backend}-that-is-none`, 'business-not-found', 'no portal'],
] as const;

describe('a backend URL that cannot work', () => {
  // Once a page: the second element of this file has nothing new to say.
  let warnings: ReturnType<typeof recordWarnings>;
  before(() => (warnings = recordWarnings()));
  after(() => warnings.stop());

  for (const tag of ['portal-login', 'portal-signup']) {
    for (const [title, urlOf, code, advice] of mistakes) {
      it(`${title}: ${tag} says so before anybody types`, async () => {
        const known = await portal().addBusiness();
        const page = await openPage(urlOf(known), `<${tag}></${tag}>`);
        await page.visitor(tag).isTold(words.problems[code]);
        expect(page.element(tag).matches(':state(step-blocked)')).to.equal(true);
        expect(page.element(tag).querySelector('form')).to.equal(null);
        await waitUntil(
          () => warnings.seen.some((warning) => warning.includes(advice)),
          'the console says so',
        );
      });
    }
  }
});
