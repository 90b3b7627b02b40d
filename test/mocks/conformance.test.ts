/** The mocks are held to the same contract as the server, through the page's own fetch. */
import { demoBusiness } from '../../mocks/demo-business.ts';
import { conformanceCases } from '../conformance/cases.ts';
import type { Target } from '../conformance/target.ts';
import { useMockPortal } from '../support/mock-portal.ts';

const several = demoBusiness(location.origin);
const single = {
  ...several,
  id: 'single',
  slug: 'single',
  settings: { ...several.settings, allowDuplicateAccounts: false },
};
const portal = useMockPortal({ businesses: [several, single] });

const target: Target = {
  get backend() {
    return portal().backend;
  },
  get singleAccountBackend() {
    return new URL(`/${single.slug}`, portal().backend).href;
  },
  fetch: (request) => fetch(request),
  codeFor: (email) => portal().mailbox.codeFor(email),
};

describe('conformance of the mocks', () => {
  for (const { title, run } of conformanceCases) it(title, () => run(target));
});
