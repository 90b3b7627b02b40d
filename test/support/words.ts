/** What visitors read, for tests that look for it. */
export { en as words } from '../../src/i18n/after/en.ts';
export { fill } from '../../src/i18n/after/format.ts';
