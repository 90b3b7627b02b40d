import { type BusinessSettings, defaultSettings } from '../domain/business.ts';
import { demoFields } from './profile.ts';

/** The bakery of the demo pages, as its owner would have set it up; whoever shows it adds the origins. */
export const demoSettings: BusinessSettings = {
  ...defaultSettings,
  name: 'Hearth & Crumb',
  accent: '#b4481e',
  allowDuplicateAccounts: true,
  profileFields: demoFields,
};
