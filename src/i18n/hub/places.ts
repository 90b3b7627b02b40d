/** English: the hub's places and the ways between them. */
import type { PlaceStrings, Strings } from '../strings.ts';

const en: PlaceStrings = {
  places: 'Your portal',
  home: 'Home',
  courses: 'Courses',
  communities: 'Communities',
  activity: 'Activity',
  affiliate: 'Recommend and earn',
  profile: 'Profile',
  greeting: 'Hello, {name}',
  profileIncomplete: { one: 'Your profile lacks one answer.', other: 'Your profile lacks {count} answers.' },
  completeProfile: 'Complete your profile',
};

export const withPlaces = (all: Strings): Strings & PlaceStrings => ({ ...en, ...all });
