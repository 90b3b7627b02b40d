/** English: activity. */
import type { Strings } from '../strings.ts';
import { listsEn } from './lists-en.ts';
import type { ActivityStrings } from './strings.ts';

const en: ActivityStrings = {
  ...listsEn,
  activity: 'Activity',
  activityEmpty: 'Nothing yet',
  activityEmptyLead: 'What you order, book or take part in appears here.',
  activityNone: 'Nothing of this kind.',
  activityShow: 'Show',
  activityAll: 'All',
  activityPresent: 'Now and next',
  activityKinds: {
    order: 'Orders',
    appointment: 'Appointments',
    invoice: 'Invoices',
    course: 'Courses',
    community: 'Communities',
    commission: 'Commissions',
    message: 'Messages',
    document: 'Documents',
  },
};

export const withActivity = (all: Strings): Strings & ActivityStrings => ({ ...en, ...all });
