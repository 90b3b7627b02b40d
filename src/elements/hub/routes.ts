/** The hub's places, and how the page's URL names them: `#portal/courses`. What else stands behind the `#` is the page's. */

export const sections = ['courses', 'communities', 'activity', 'affiliate'] as const;
export type Section = (typeof sections)[number];

export const places = ['home', ...sections, 'profile'] as const;
export type Place = (typeof places)[number];

const prefix = '#portal/';

export const hashOf = (place: Place): string => prefix + place;

/** Undefined: the hash names none of them. */
export const placeOf = (hash: string): Place | undefined => places.find((place) => hash === hashOf(place));

/** The way in for who is not logged in. */
export const entryOf = (hash: string): 'portal-signup' | 'portal-login' =>
  hash === `${prefix}sign-up` ? 'portal-signup' : 'portal-login';
