/** English: the chart of commissions, and the lists below it. */
import type { Strings } from '../strings.ts';
import { withAffiliate } from './affiliate-en.ts';
import type { AffiliateDetailStrings, AffiliateStrings } from './strings.ts';

const en: Omit<AffiliateDetailStrings, keyof AffiliateStrings> = {
  affiliateYear: 'Earned in the last 12 months',
  affiliateChart: 'Bar chart: earned in {currency} by month. Most in {month}: {amount}.',
  affiliateTable: 'Show as table',
  affiliateMonth: 'Month',
  affiliateCurrency: 'Currency',
  affiliateCommissions: 'Commissions',
  affiliateReferrals: 'Leads and customers',
  affiliatePayouts: 'Payouts',
  affiliateNone: 'There is nothing here yet, or nothing that fits.',
  affiliateState: 'State',
  affiliateAll: 'All',
  affiliateFrom: 'From',
  affiliateTo: 'To',
  affiliateLead: 'Lead',
  affiliateCustomer: 'Customer',
  affiliateScheduled: 'Scheduled',
  affiliateFailed: 'Failed',
  affiliateCommission: 'Commission',
  affiliatePayout: 'Payout',

  affiliateCsv: 'Download as CSV',
  affiliateCsvProgress: { one: '{count} row so far …', other: '{count} rows so far …' },
  affiliateCsvDone: {
    one: '{count} commission is in the file.',
    other: '{count} commissions are in the file.',
  },
  affiliateCsvCut: {
    other: 'Only the newest {count} are in the file. Choose dates to get the others.',
  },
  affiliateCsvFile: 'commissions',
  affiliateCsvDate: 'Date (UTC)',
  affiliateCsvTitle: 'For',
  affiliateCsvCampaign: 'Campaign',
  affiliateCsvAmount: 'Amount',
};

export const withDetails = (all: Strings): Strings & AffiliateDetailStrings => ({
  ...en,
  ...withAffiliate(all),
});
