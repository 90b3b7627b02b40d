/** What a business asks already at sign-up: fields of its profile, with their words in all of its languages. */
import * as v from 'valibot';
import { fieldTypes } from './profile-fields.ts';
import { count } from './shapes.ts';

/** By BCP 47 tag, the business's first language among them: the page's language may change while the form stands. */
const words = v.record(v.string(), v.string());

export const SignUpField = v.strictObject({
  name: v.string(),
  type: v.picklist(fieldTypes),
  label: words,
  help: v.optional(words),
  required: v.optional(v.boolean()),
  pattern: v.optional(v.string()),
  minLength: v.optional(count),
  maxLength: v.optional(count),
  options: v.optional(v.array(v.strictObject({ value: v.string(), label: words }))),
});
export type SignUpField = v.InferOutput<typeof SignUpField>;
