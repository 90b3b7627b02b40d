/** What the profile shows and does once its data has come; fetched beside that. One object, like after-form.ts. */
import { fill } from '../../i18n/after/format.ts';
import { withProfile } from '../../i18n/profile/en.ts';
import { readProfile } from '../../session/profile/profile.ts';
import { foldStyles } from '../../ui/member/fold.styles.ts';
import { askedBy, fieldOf, FieldViews, readField } from './fields.ts';
import { lacking, Saving } from './saving.ts';
import { sectionStyles } from './sections.styles.ts';

export const parts = {
  askedBy,
  fieldOf,
  FieldViews,
  fill,
  lacking,
  readField,
  readProfile,
  Saving,
  styles: [foldStyles, sectionStyles],
  withProfile,
};
