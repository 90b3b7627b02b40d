import { limits } from '../../../src/contract/limits.ts';
import type { Portal } from '../../../src/contract/operations.ts';
import type { Business } from './business.ts';

/** What anybody may know of a business. */
export function readPortal({ settings }: Business): Portal {
  return {
    name: settings.name,
    ...(settings.logo === undefined ? {} : { logo: settings.logo }),
    languages: settings.languages,
    methods: settings.methods,
    signUp: { open: settings.signUpOpen },
    password: { minLength: settings.passwordMinLength, maxLength: limits.passwordCharacters },
    legal: settings.legal,
  };
}
