/** The lists behind an affiliate's sums. Few open them. */
import { learn } from '../../api/after/later.ts';
import type { Result } from '../../api/result.ts';
import { hubEndpoints } from '../../contract/hub-endpoints.ts';
import type { Commission, Payout, Referral } from '../../contract/hub-operations.ts';
import type { QueryOf } from '../../contract/operations.ts';
import type { Member } from '../member/member.ts';
import { count, moment, optional, type Page, page, record, text, toQuery } from './answers.ts';
import { currency } from './money.ts';

export type { Commission, Payout, Referral };
export type CommissionQuery = NonNullable<QueryOf<'readCommissions'>>;

const { readCommissions, readReferrals, readPayouts } = hubEndpoints;

const own = { id: text, state: text, at: moment };
const paid = { ...own, amount: count, currency };

learn(
  { readCommissions, readReferrals, readPayouts },
  {
    readCommissions: page(
      record<Commission>({ ...paid, title: optional(text), campaign: optional(text), state: text }),
    ),
    readReferrals: page(record<Referral>({ ...own, name: text, campaign: optional(text), state: text })),
    readPayouts: page(record<Payout>({ ...paid, note: optional(text), state: text })),
  },
);

type Ask<T, Q> = (member: Member, query: Q, signal: AbortSignal) => Promise<Result<Page<T>>>;

export const commissions: Ask<Commission, CommissionQuery> = (member, query, signal) =>
  member.authorized('readCommissions', undefined, { query: toQuery(query), signal });

export const referrals: Ask<Referral, { cursor?: string }> = (member, query, signal) =>
  member.authorized('readReferrals', undefined, { query: toQuery(query), signal });

export const payouts: Ask<Payout, { cursor?: string }> = (member, query, signal) =>
  member.authorized('readPayouts', undefined, { query: toQuery(query), signal });
