import type { Kysely } from 'kysely';
import type { AnswerStore, FirstAnswer } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createAnswerStore(db: Kysely<Database>): AnswerStore {
  return {
    async claim({ scope, fingerprint, run, expiresAt }, now) {
      const row = await db
        .insertInto('first_answers')
        .values({ scope, fingerprint, run, sealed_answer: null, expires_at: expiresAt })
        .onConflict((conflict) =>
          conflict
            .column('scope')
            .doUpdateSet({ fingerprint, run, sealed_answer: null, expires_at: expiresAt })
            // Crashed, or forgotten and not yet purged.
            .where('first_answers.expires_at', '<=', now),
        )
        .returning('run')
        .executeTakeFirst();
      return row !== undefined;
    },

    async find(scope, now) {
      const row = await db
        .selectFrom('first_answers')
        .selectAll()
        .where('scope', '=', scope)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return (
        row && {
          scope: row.scope,
          fingerprint: row.fingerprint,
          run: row.run,
          sealedAnswer: row.sealed_answer,
          expiresAt: row.expires_at,
        }
      );
    },

    async keep(claim, sealedAnswer, expiresAt) {
      await db
        .updateTable('first_answers')
        .set({ sealed_answer: sealedAnswer, expires_at: expiresAt })
        .where((eb) => eb.and(held(claim)))
        .where('sealed_answer', 'is', null)
        .execute();
    },

    async release(claim) {
      await db
        .deleteFrom('first_answers')
        .where((eb) => eb.and(held(claim)))
        .where('sealed_answer', 'is', null)
        .execute();
    },
  };
}

const held = ({ scope, run }: Pick<FirstAnswer, 'scope' | 'run'>) => ({ scope, run });
