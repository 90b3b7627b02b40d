/** English: recommending the business, and what it earns. */
import type { Strings } from '../strings.ts';
import { listsEn } from './lists-en.ts';
import type { AffiliateStrings } from './strings.ts';

const en: AffiliateStrings = {
  ...listsEn,
  affiliate: 'Recommend and earn',
  affiliateEmpty: 'No campaign yet',
  affiliateEmptyLead:
    'Your links, and what you earn with them, appear here once you take part in a campaign.',
  affiliateLeads: 'Leads',
  affiliateCustomers: 'Customers',
  affiliatePending: 'Pending',
  affiliateApproved: 'To be paid',
  affiliatePaid: 'Paid',
  affiliateCancelled: 'Cancelled',
  affiliateLinks: 'Your links',
  affiliateLink: 'Link: {title}',
  affiliateCopy: 'Copy',
  affiliateCopied: 'Copied',
  affiliateCopyByHand: 'The link is selected. Press Ctrl+C or ⌘C to copy it.',
};

export const withAffiliate = (all: Strings): Strings & AffiliateStrings => ({ ...en, ...all });
