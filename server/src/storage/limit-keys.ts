import type { ExpressionBuilder } from 'kysely';
import type { LimitKey } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export const keyColumns = ['business_id', 'scope', 'subject'] as const;

export const toKeyRow = ({ businessId, scope, subject }: LimitKey) => ({
  business_id: businessId,
  scope,
  subject,
});

export const belongsTo = (key: LimitKey) => (eb: ExpressionBuilder<Database, 'counters' | 'strikes'>) =>
  eb.and(toKeyRow(key));
