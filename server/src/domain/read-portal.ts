import { limits } from '../../../src/contract/limits.ts';
import type { Portal } from '../../../src/contract/operations.ts';
import { publicField, signUpFields } from './profile-fields.ts';
import { type Business, type BusinessSettings, offersLinks } from './business.ts';

/** What anybody may know of a business. */
export function readPortal(business: Business): Portal {
  const { settings } = business;
  const fields = signUpFields(business).map(publicField);
  return {
    name: settings.name,
    ...(settings.logo === undefined ? {} : { logo: settings.logo }),
    languages: settings.languages,
    methods: shownMethods(settings),
    returnUrls: offersLinks(business) ? settings.returnUrls : [],
    signUp: { open: settings.signUpOpen, ...(fields.length > 0 && { fields }) },
    password: { minLength: settings.passwordMinLength, maxLength: limits.passwordCharacters },
    legal: settings.legal,
  };
}

/** Links are asked for where codes are, and come in the same mail. */
const shownMethods = ({ methods }: BusinessSettings): Portal['methods'] =>
  methods.includes('link') && !methods.includes('code') ? [...methods, 'code'] : methods;
