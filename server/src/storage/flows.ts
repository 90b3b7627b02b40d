import type { ExpressionBuilder, Kysely } from 'kysely';
import type {
  FlowKey,
  FlowLink,
  FlowRecord,
  FlowStore,
  PendingEmail,
  PendingSignUp,
} from '../domain/ports.ts';
import type { Database, FlowTable } from './schema.ts';

export function createFlowStore(db: Kysely<Database>): FlowStore {
  return {
    async insert(flow) {
      await db.insertInto('flows').values(toRow(flow)).execute();
    },

    async find(key) {
      const row = await db.selectFrom('flows').selectAll().where(belongsTo(key)).executeTakeFirst();
      return row && toFlow(row);
    },

    async byLink(businessId, digest) {
      const row = await db
        .selectFrom('flows')
        .selectAll()
        .where('business_id', '=', businessId)
        .where('link_digest', '=', digest)
        .executeTakeFirst();
      return row && toFlow(row);
    },

    async countAttempt(key, now, most) {
      const row = await db
        .updateTable('flows')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where(belongsTo(key))
        .where('consumed_at', 'is', null)
        .where('expires_at', '>', now)
        .where('attempts', '<', most)
        .returningAll()
        .executeTakeFirst();
      return row && toFlow(row);
    },

    async consume(id, codeMac, now) {
      const row = await db
        .updateTable('flows')
        .set({ consumed_at: now })
        .where('id', '=', id)
        .where('code_mac', '=', codeMac)
        .where('consumed_at', 'is', null)
        // The code was alive when it was counted; the hash in between may have outlasted it.
        .where('expires_at', '>', now)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async renewCode(key, code, sentBefore, mostSends, mostAttempts) {
      const row = await db
        .updateTable('flows')
        .set((eb) => ({
          code_mac: code.codeMac,
          code_format: code.codeFormat,
          sent_at: code.sentAt,
          expires_at: code.expiresAt,
          ...toLinkColumns(code.link),
          sends: eb('sends', '+', 1),
        }))
        .where(belongsTo(key))
        .where('consumed_at', 'is', null)
        .where('sent_at', '<=', sentBefore)
        .where('sends', '<', mostSends)
        .where('attempts', '<', mostAttempts)
        .returningAll()
        .executeTakeFirst();
      return row && toFlow(row);
    },

    async tagsOf(businessId, email) {
      const rows = await db
        .selectFrom('flows')
        .select('tag')
        .where('business_id', '=', businessId)
        .where('email', '=', email)
        .execute();
      return rows.map(({ tag }) => tag);
    },

    async deletePending(businessId, email, exceptId) {
      await db
        // Locked in one order first: two of these for one mailbox would otherwise deadlock.
        .with('others', (qb) =>
          qb
            .selectFrom('flows')
            .select('id')
            .where('business_id', '=', businessId)
            .where('email', '=', email)
            .where('kind', '=', 'sign-up')
            .where('consumed_at', 'is', null)
            .where('id', '<>', exceptId)
            .orderBy('id')
            .forUpdate(),
        )
        .deleteFrom('flows')
        .where('id', 'in', (eb) => eb.selectFrom('others').select('others.id'))
        .execute();
    },

    async deleteOf(accountId) {
      await db.deleteFrom('flows').where('account_id', '=', accountId).execute();
    },
  };
}

function belongsTo({ id, businessId, kind, keyThumbprint, accountId }: FlowKey) {
  return (eb: ExpressionBuilder<Database, 'flows'>) =>
    eb.and({
      id,
      business_id: businessId,
      key_thumbprint: keyThumbprint,
      ...(kind && { kind }),
      ...(accountId !== undefined && { account_id: accountId }),
    });
}

function toRow(flow: FlowRecord): FlowTable {
  return {
    id: flow.id,
    business_id: flow.businessId,
    kind: flow.kind,
    email: flow.email,
    account_id: flow.accountId,
    key_thumbprint: flow.keyThumbprint,
    tag: flow.tag,
    locale: flow.locale,
    code_mac: flow.codeMac,
    code_format: flow.codeFormat,
    attempts: flow.attempts,
    sends: flow.sends,
    sent_at: flow.sentAt,
    expires_at: flow.expiresAt,
    consumed_at: flow.consumedAt,
    pending: flow.pending && JSON.stringify(flow.pending),
    ...toLinkColumns(flow.link),
  };
}

function toLinkColumns(link: FlowLink | null) {
  return {
    link_digest: link?.digest ?? null,
    link_return_to: link?.returnTo ?? null,
    link_sealed_code: link?.sealedCode ?? null,
  };
}

function toLink({ link_digest, link_return_to, link_sealed_code }: FlowTable): FlowLink | null {
  return link_digest === null || link_return_to === null || link_sealed_code === null
    ? null
    : { digest: link_digest, returnTo: link_return_to, sealedCode: link_sealed_code };
}

function toFlow(row: FlowTable): FlowRecord {
  return {
    id: row.id,
    businessId: row.business_id,
    kind: row.kind,
    email: row.email,
    accountId: row.account_id,
    keyThumbprint: row.key_thumbprint,
    tag: row.tag,
    locale: row.locale,
    codeMac: row.code_mac,
    codeFormat: row.code_format,
    attempts: row.attempts,
    sends: row.sends,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    consumedAt: row.consumed_at,
    pending: row.pending === null ? null : (JSON.parse(row.pending) as PendingSignUp | PendingEmail),
    link: toLink(row),
  };
}
