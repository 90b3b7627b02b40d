import type { Kysely } from 'kysely';
import type { HandOffRecord, HandOffStore } from '../domain/ports.ts';
import type { Database, HandOffTable } from './schema.ts';

export function createHandOffStore(db: Kysely<Database>): HandOffStore {
  return {
    async insert(handOff) {
      await db.insertInto('hand_offs').values(toRow(handOff)).execute();
    },

    async byTicket(businessId, ticketDigest) {
      const row = await db
        .selectFrom('hand_offs')
        .selectAll()
        .where('ticket_digest', '=', ticketDigest)
        .where('business_id', '=', businessId)
        .executeTakeFirst();
      return row && toHandOff(row);
    },

    async redeem({ businessId, ticketDigest }, { cookieDigest, expiresAt }, now) {
      const row = await db
        .updateTable('hand_offs')
        .set({ redeemed_at: now, cookie_digest: cookieDigest, expires_at: expiresAt })
        .where('ticket_digest', '=', ticketDigest)
        .where('business_id', '=', businessId)
        .where('redeemed_at', 'is', null)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async answer({ businessId, appId, cookieDigest }, since, now) {
      const row = await db
        .updateTable('hand_offs')
        .set({ answered_at: now })
        .where('cookie_digest', '=', cookieDigest)
        .where('business_id', '=', businessId)
        .where('app_id', '=', appId)
        .where('redeemed_at', '>', since)
        .where('answered_at', 'is', null)
        .where('ended_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return row && toHandOff(row);
    },

    async isAlive(businessId, id, now) {
      const row = await db
        .selectFrom('hand_offs')
        .innerJoin('sessions', 'sessions.id', 'hand_offs.session_id')
        .select('hand_offs.id')
        .where('hand_offs.id', '=', id)
        .where('hand_offs.business_id', '=', businessId)
        .where('hand_offs.ended_at', 'is', null)
        .where('hand_offs.expires_at', '>', now)
        .where('sessions.ended_at', 'is', null)
        .where('sessions.over_at', '>', now)
        .executeTakeFirst();
      return row !== undefined;
    },

    async end(businessId, id, now) {
      const row = await db
        .updateTable('hand_offs')
        .set({ ended_at: now })
        .where('id', '=', id)
        .where('business_id', '=', businessId)
        .where('ended_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return row && toHandOff(row);
    },

    async follow(sessionId, nextSessionId) {
      await db
        .updateTable('hand_offs')
        .set({ session_id: nextSessionId })
        .where('session_id', '=', sessionId)
        .execute();
      await db
        .updateTable('sign_ons')
        .set({ session_id: nextSessionId })
        .where('session_id', '=', sessionId)
        .execute();
    },
  };
}

const toRow = (record: HandOffRecord): HandOffTable => ({
  id: record.id,
  ticket_digest: record.ticketDigest,
  business_id: record.businessId,
  app_id: record.appId,
  account_id: record.accountId,
  session_id: record.sessionId,
  origin: record.origin,
  expires_at: record.expiresAt,
  redeemed_at: record.redeemedAt,
  cookie_digest: record.cookieDigest,
  answered_at: record.answeredAt,
  ended_at: record.endedAt,
});

const toHandOff = (row: HandOffTable): HandOffRecord => ({
  id: row.id,
  ticketDigest: row.ticket_digest,
  businessId: row.business_id,
  appId: row.app_id,
  accountId: row.account_id,
  sessionId: row.session_id,
  origin: row.origin,
  expiresAt: row.expires_at,
  redeemedAt: row.redeemed_at,
  cookieDigest: row.cookie_digest,
  answeredAt: row.answered_at,
  endedAt: row.ended_at,
});
