/** The profile as the elements see it: what is asked, what was answered, and the rule for both. */
import { learn } from '../../api/after/later.ts';
import { count, flag, type Guard, list, optional, record, text } from '../../api/guards.ts';
import type { Result } from '../../api/result.ts';
import { profileEndpoints } from '../../contract/profile-endpoints.ts';
import type { ProfileField } from '../../contract/field-shapes.ts';
import type { Profile, ProfileSaved } from '../../contract/profile-operations.ts';
import type { Member } from '../member/member.ts';
import { fieldGuards } from './field-guards.ts';

export type { FieldCode } from '../../contract/problems.ts';
export type FieldValue = Profile['values'][string];
export type { Profile };

/** Whatever it is: what does not fit its field is shown as nothing. */
const values = (value: unknown): value is Profile['values'] => typeof value === 'object' && !!value;
const progress = record<Profile['progress']>({ done: count, total: count });

const field = record<ProfileField>({ ...fieldGuards<string>(text), apps: optional(list(text)) });

learn(profileEndpoints, {
  readProfile: record<Profile>({
    email: text,
    hasPassword: flag,
    languages: list(text),
    fields: list(field),
    values,
    missing: list(text),
    progress,
  }),
  saveProfile: record<ProfileSaved>({
    values: values as Guard<ProfileSaved['values']>,
    missing: list(text),
    progress,
  }),
  exportAccount: values as unknown as Guard<never>,
});

export const readProfile = (member: Member, signal: AbortSignal): Promise<Result<Profile>> =>
  member.authorized('readProfile', undefined, { signal });

/** Is not given up when the element leaves the page: what was typed is to be kept. */
export const saveField = (member: Member, name: string, value: unknown): Promise<Result<ProfileSaved>> =>
  member.authorized('saveProfile', { values: { [name]: value } });

export const exportAccount = (member: Member, signal: AbortSignal): Promise<Result<object>> =>
  member.authorized('exportAccount', undefined, { signal });
