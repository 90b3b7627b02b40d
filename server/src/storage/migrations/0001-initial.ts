import { type Kysely, sql } from 'kysely';

/**
 * Accounts, sessions and what leads to them. Rows that outlive a request chain by foreign keys; what
 * expires by itself within minutes (flows, selections, mail, proofs) does without.
 */
export async function initial(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('businesses')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull().references('businesses.id'))
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('slot', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_sign_in_at', 'bigint')
    .addColumn('password_salt', 'text')
    .addColumn('password_verifier', 'text')
    .addUniqueConstraint('accounts_mailbox_slot', ['business_id', 'email', 'slot'])
    .execute();

  await createFlows(db);
  await createSelections(db);
  await createSessions(db);
  await createMail(db);

  await db.schema
    .createTable('proofs')
    .addColumn('key_thumbprint', 'text', (column) => column.notNull())
    .addColumn('jti', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('proofs_key', ['key_thumbprint', 'jti'])
    .execute();
  await db.schema.createIndex('proofs_expiry').on('proofs').column('expires_at').execute();
}

async function createFlows(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('flows')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('key_thumbprint', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('code_mac', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('sends', 'integer', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('consumed_at', 'bigint')
    .addColumn('pending', 'text')
    .execute();
  await db.schema.createIndex('flows_mailbox').on('flows').columns(['business_id', 'email']).execute();
  await db.schema.createIndex('flows_expiry').on('flows').column('expires_at').execute();
}

async function createSelections(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('selections')
    .addColumn('ticket_digest', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('key_thumbprint', 'text', (column) => column.notNull())
    .addColumn('proof', 'text', (column) => column.notNull())
    .addColumn('remember', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('selections_expiry').on('selections').column('expires_at').execute();

  await db.schema
    .createTable('selection_choices')
    .addColumn('ticket_digest', 'text', (column) =>
      column.notNull().references('selections.ticket_digest').onDelete('cascade'),
    )
    .addColumn('handle', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('selection_choices_key', ['ticket_digest', 'handle'])
    .execute();
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('key_thumbprint', 'text', (column) => column.notNull())
    .addColumn('proof', 'text', (column) => column.notNull())
    .addColumn('remember', 'integer', (column) => column.notNull())
    .addColumn('device', 'text')
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('refresh_digest', 'text', (column) => column.notNull())
    .addColumn('sealed_current', 'text')
    .addColumn('sealed_previous', 'text')
    .addColumn('rotated_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .addColumn('idle_expires_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('over_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessions_account').on('sessions').columns(['account_id', 'over_at']).execute();
  await db.schema.createIndex('sessions_over').on('sessions').column('over_at').execute();
  // Only the few sessions that were refreshed in the last half minute are in this one.
  await db.schema
    .createIndex('sessions_grace')
    .on('sessions')
    .column('rotated_at')
    .where(sql.ref('sealed_previous'), 'is not', null)
    .execute();

  await db.schema
    .createTable('access_tokens')
    .addColumn('digest', 'text', (column) => column.primaryKey().notNull())
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('sessions.id').onDelete('cascade'),
    )
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('access_tokens_session').on('access_tokens').column('session_id').execute();
  await db.schema.createIndex('access_tokens_expiry').on('access_tokens').column('expires_at').execute();
}

async function createMail(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('sealed_mail', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('last_error', 'text')
    .execute();
  // Holds the queue alone, however many mails were sent before.
  await db.schema
    .createIndex('outbox_due')
    .on('outbox')
    .columns(['due_at', 'id'])
    .where(sql.ref('done_at'), 'is', null)
    .execute();
  await db.schema.createIndex('outbox_expiry').on('outbox').column('expires_at').execute();

  await db.schema
    .createTable('mailbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('mailbox_newest').on('mailbox').columns(['sent_at', 'id']).execute();
}
