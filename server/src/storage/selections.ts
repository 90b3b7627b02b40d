import type { Kysely } from 'kysely';
import type { ProofRecord, SelectionStore } from '../domain/ports.ts';
import { atomically } from './atomically.ts';
import type { Database } from './schema.ts';

export function createSelectionStore(db: Kysely<Database>): SelectionStore {
  return {
    async insert({ ticketDigest, businessId, keyThumbprint, choices, proof, remember, expiresAt }) {
      await atomically(db, async (transaction) => {
        await transaction
          .insertInto('selections')
          .values({
            ticket_digest: ticketDigest,
            business_id: businessId,
            key_thumbprint: keyThumbprint,
            proof: JSON.stringify(proof),
            remember: Number(remember),
            expires_at: expiresAt,
          })
          .execute();
        if (choices.length === 0) return;
        await transaction
          .insertInto('selection_choices')
          .values(
            choices.map(({ handle, accountId }, position) => ({
              ticket_digest: ticketDigest,
              handle,
              account_id: accountId,
              position,
            })),
          )
          .execute();
      });
    },

    async take({ ticketDigest, businessId, keyThumbprint, handle }, now) {
      // Read first, because they go with their selection. They never change, so only the deletion decides.
      const choices = await db
        .selectFrom('selection_choices')
        .select(['handle', 'account_id as accountId'])
        .where('ticket_digest', '=', ticketDigest)
        .orderBy('position')
        .execute();
      const row = await db
        .deleteFrom('selections')
        .where('ticket_digest', '=', ticketDigest)
        .where('business_id', '=', businessId)
        .where('key_thumbprint', '=', keyThumbprint)
        .where('expires_at', '>', now)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('selection_choices')
              .select('handle')
              .whereRef('selection_choices.ticket_digest', '=', 'selections.ticket_digest')
              .where('handle', '=', handle),
          ),
        )
        .returningAll()
        .executeTakeFirst();
      return (
        row && {
          ticketDigest: row.ticket_digest,
          businessId: row.business_id,
          keyThumbprint: row.key_thumbprint,
          choices,
          proof: JSON.parse(row.proof) as ProofRecord,
          remember: row.remember === 1,
          expiresAt: row.expires_at,
        }
      );
    },

    async withdraw(accountId) {
      await db.deleteFrom('selection_choices').where('account_id', '=', accountId).execute();
    },
  };
}
