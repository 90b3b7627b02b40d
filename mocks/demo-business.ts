/** The bakery of the demo pages, as its owner would have set it up. */
import { type Business, defaultSettings } from '../server/src/domain/business.ts';

export const demoBusiness = (origin: string): Business => ({
  id: 'hearth',
  slug: 'hearth',
  settings: {
    ...defaultSettings,
    name: 'Hearth & Crumb',
    accent: '#b4481e',
    origins: [origin],
    allowDuplicateAccounts: true,
  },
});
