/** What visitors read, for tests that look for it. */
import { en } from '../../src/i18n/after/en.ts';
import { withMember } from '../../src/i18n/member/en.ts';

export const words = withMember(en);
export { fill } from '../../src/i18n/after/format.ts';
