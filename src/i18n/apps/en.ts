/** English: the app switcher. */
import type { AppStrings, StringOverrides } from '../strings.ts';

const en: AppStrings = {
  apps: 'Apps',
  openingApp: 'Opening {name}…',
  newInApp: { one: '{count} new', other: '{count} new' },
  appGone: 'You cannot open {name} any more. Reload this page to see which apps you have.',
  appBlocked:
    'This website keeps you from going to {name} from here. The browser’s console tells its owner why.',
  appNeedsProfile: '{name} needs some more details about you first.',
};

/** Also before all other sentences have come: the button must have its name at once. */
export const appStrings = (all: StringOverrides | undefined): AppStrings => ({ ...en, ...all });
