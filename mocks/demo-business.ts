/** The bakery of the demo pages, as its owner would have set it up. */
import { demoSettings } from '../server/src/demo/settings.ts';
import type { Business } from '../server/src/domain/business.ts';

export const demoBusiness = (origin: string): Business => ({
  id: 'hearth',
  slug: 'hearth',
  // Who has signed up is through with it: a profile is asked for by the tests that are about it.
  settings: { ...demoSettings, profileFields: [], origins: [origin] },
});
