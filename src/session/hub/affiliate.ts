/** What somebody who recommends the business has: links, sums, and the lists behind them. */
import { learn } from '../../api/after/later.ts';
import type { Result } from '../../api/result.ts';
import { hubEndpoints } from '../../contract/hub-endpoints.ts';
import type { Affiliate, Commission } from '../../contract/hub-operations.ts';
import type { Member } from '../member/member.ts';
import { count, list, optional, pageUrl, record, text } from './answers.ts';
import { currency, month } from './money.ts';

export type { Affiliate };

export type Sums = Record<Commission['state'], number>;

const { readAffiliate } = hubEndpoints;

const sums = { pending: count, approved: count, paid: count, cancelled: count };

learn(
  { readAffiliate },
  {
    readAffiliate: record<Affiliate>({
      links: list(
        record<Affiliate['links'][number]>({
          campaign: text,
          title: text,
          summary: optional(text),
          url: pageUrl,
        }),
      ),
      leads: count,
      customers: count,
      totals: list(record<Affiliate['totals'][number]>({ currency, ...sums })),
      months: list(record<Affiliate['months'][number]>({ month, currency, ...sums })),
    }),
  },
);

export const affiliate = (member: Member, signal: AbortSignal): Promise<Result<Affiliate>> =>
  member.authorized('readAffiliate', undefined, { signal });
