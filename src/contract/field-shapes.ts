/** A field of the profile as it travels: to a customer in their language, to anybody who may sign up in all of them. */
import * as v from 'valibot';
import { fieldTypes } from './profile-fields.ts';
import { count } from './shapes.ts';

const saidIn = <W extends v.GenericSchema>(words: W) => ({
  name: v.string(),
  type: v.picklist(fieldTypes),
  label: words,
  help: v.optional(words),
  required: v.optional(v.boolean()),
  /** For the whole value, as JavaScript reads it with the flag `u`; of a kind that no text takes long. */
  pattern: v.optional(v.string()),
  minLength: v.optional(count),
  maxLength: v.optional(count),
  options: v.optional(v.array(v.strictObject({ value: v.string(), label: words }))),
});

/** One field as the visitor is asked for it, in their language. `apps`: those that need it, where not all do. */
export const ProfileField = v.strictObject({
  ...saidIn(v.string()),
  apps: v.optional(v.array(v.string())),
});

/**
 * What a business asks already at sign-up. Words by BCP 47 tag, the business's first language among them: the page's
 * language may change while the form stands.
 */
export const SignUpField = v.strictObject(saidIn(v.record(v.string(), v.string())));

export type ProfileField = v.InferOutput<typeof ProfileField>;
export type SignUpField = v.InferOutput<typeof SignUpField>;
