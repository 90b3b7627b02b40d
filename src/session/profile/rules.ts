/** The rule of a field, by which the server decides as well; and what it names that only widgets list. */
export { countries } from '../../contract/countries.ts';
export {
  addressParts,
  type AddressPart,
  checkField,
  isMissing,
  nameRule,
} from '../../contract/profile-fields.ts';
