/** Telephone numbers by Google's metadata, the small set: enough to write a number, too little to refuse one by. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { checkField } from '../../src/contract/profile-fields.ts';
import type { Phones } from './domain/ports.ts';

export const phones: Phones = {
  tidied(number) {
    const known = parsePhoneNumberFromString(number)?.number;
    // What the metadata makes of a number must still be one, or it would not be taken back.
    return known !== undefined && checkField({ type: 'phone' }, known).code === undefined ? known : number;
  },
  written: (number) => parsePhoneNumberFromString(number)?.formatInternational() ?? number,
};
