import type { ExpressionBuilder, Kysely } from 'kysely';
import type { AccountRecord, AccountStore } from '../domain/ports.ts';
import { atomically } from './atomically.ts';
import { uncountMemberships } from './hub-communities.ts';
import { paged } from './paged.ts';
import type { AccountTable, Database } from './schema.ts';

export function createAccountStore(db: Kysely<Database>): AccountStore {
  const accountsOf = (businessId: string) =>
    db.selectFrom('accounts').selectAll().where('business_id', '=', businessId);

  return {
    async byId(businessId, id) {
      const row = await accountsOf(businessId).where('id', '=', id).executeTakeFirst();
      return row && toAccount(row);
    },

    async byEmail(businessId, email) {
      const rows = await accountsOf(businessId).where('email', '=', email).execute();
      return inOrder(rows);
    },

    async byIds(businessId, ids) {
      if (ids.length === 0) return [];
      const rows = await accountsOf(businessId).where('id', 'in', ids).execute();
      return inOrder(rows);
    },

    async byExternalIds(businessId, externalIds) {
      if (externalIds.length === 0) return [];
      const rows = await accountsOf(businessId).where('external_id', 'in', externalIds).execute();
      return inOrder(rows);
    },

    async byEmails(businessId, emails) {
      if (emails.length === 0) return [];
      const rows = await accountsOf(businessId).where('email', 'in', emails).execute();
      return inOrder(rows);
    },

    async page(businessId, page, { email, externalId }) {
      let query = db.selectFrom('accounts').selectAll().where('business_id', '=', businessId);
      if (email !== undefined) query = query.where('email', '=', email);
      if (externalId !== undefined) query = query.where('external_id', '=', externalId);
      const rows = await paged(query, { order: 'created_at', id: 'id' }, page, 'asc').execute();
      return rows.map(toAccount);
    },

    async insert(account, most) {
      for (let slot = 0; slot < most; slot += 1) {
        if (await insertAt(db, toRow(account, slot), most)) return 'inserted';
      }
      return 'full';
    },

    async touchSignIn(account, at) {
      const row = await db
        .updateTable('accounts')
        .set({ last_sign_in_at: at })
        .where(isAsRead(account))
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async setPassword(account, { passwordSalt, passwordVerifier }, proofsGoodFrom) {
      const row = await db
        .updateTable('accounts')
        .set({
          password_salt: passwordSalt,
          password_verifier: passwordVerifier,
          ...noImportedHash,
          proofs_good_from: proofsGoodFrom,
        })
        .where(isAsRead(account))
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async adoptPassword(account, { passwordSalt, passwordVerifier }) {
      const row = await db
        .updateTable('accounts')
        .set({ password_salt: passwordSalt, password_verifier: passwordVerifier, ...noImportedHash })
        .where(isAsRead(account))
        .where('imported_hash', '=', account.importedHash?.sealed ?? null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async describe({ businessId, id }, { name, locale, externalId, isMailboxProved }) {
      const row = await db
        .updateTable('accounts')
        .set({
          ...(name !== undefined && { name }),
          ...(locale !== undefined && { locale }),
          ...(externalId !== undefined && { external_id: externalId }),
          ...(isMailboxProved !== undefined && { mailbox_proved: isMailboxProved ? 1 : 0 }),
        })
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async setImportedHash(account, { sealed, kind }, proofsGoodFrom) {
      const row = await db
        .updateTable('accounts')
        .set({ imported_hash: sealed, imported_kind: kind, proofs_good_from: proofsGoodFrom })
        .where(isAsRead(account))
        .where('password_verifier', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async proveMailbox(businessId, email, proofsGoodFrom) {
      const rows = await db
        .updateTable('accounts')
        .set({
          mailbox_proved: 1,
          password_salt: null,
          password_verifier: null,
          ...noImportedHash,
          proofs_good_from: proofsGoodFrom,
        })
        .where('business_id', '=', businessId)
        .where('email', '=', email)
        .where('mailbox_proved', '=', 0)
        .returning('id')
        .execute();
      return rows.map(({ id }) => id);
    },

    move(account, to, most, proofsGoodFrom) {
      return atomically(db, async (transaction) => {
        const { email, passwordSalt, passwordVerifier, importedHash = null, isMailboxProved = true } = to;
        const moved = {
          ...account,
          ...{ email, passwordSalt, passwordVerifier, importedHash, isMailboxProved, proofsGoodFrom },
        };
        const slot = await reserveSlot(transaction, moved, most);
        if (slot === undefined) return 'full';
        const row = await transaction
          .updateTable('accounts')
          .set({
            email,
            slot,
            password_salt: passwordSalt,
            password_verifier: passwordVerifier,
            imported_hash: importedHash?.sealed ?? null,
            imported_kind: importedHash?.kind ?? null,
            mailbox_proved: isMailboxProved ? 1 : 0,
            proofs_good_from: proofsGoodFrom,
          })
          .where(isAsRead(account))
          .returningAll()
          .executeTakeFirst();
        return row ? toAccount(row) : 'changed';
      });
    },

    async hold({ businessId, id }) {
      await db
        .selectFrom('accounts')
        .select('id')
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .forUpdate()
        .execute();
    },

    delete(businessId, id) {
      return atomically(db, async (transaction) => {
        // Locked first: whoever joins a group beside this waits, and finds no account.
        const locked = await transaction
          .selectFrom('accounts')
          .select('id')
          .where('business_id', '=', businessId)
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (!locked) return false;
        await uncountMemberships(transaction, businessId, id);
        await transaction.deleteFrom('accounts').where('id', '=', id).execute();
        return true;
      });
    },
  };
}

/** A password of our own takes the place of the imported one. */
const noImportedHash = { imported_hash: null, imported_kind: null };

/** Neither its password nor its mailbox has changed since the record was read. */
function isAsRead({ id, businessId, proofsGoodFrom }: AccountRecord) {
  return (eb: ExpressionBuilder<Database, 'accounts'>) =>
    eb.and({ id, business_id: businessId, proofs_good_from: proofsGoodFrom });
}

/**
 * A free slot of a mailbox, which nobody else gets before this transaction ends. An update cannot skip
 * a conflict as an insert can: so a row is inserted that takes the slot, and makes way at once. Whoever
 * wants the same slot waits for this transaction, and finds there what it left.
 */
async function reserveSlot(
  transaction: Kysely<Database>,
  account: AccountRecord,
  most: number,
): Promise<number | undefined> {
  const id = `${account.id}~moving`;
  for (let slot = 0; slot < most; slot += 1) {
    if (!(await insertAt(transaction, { ...toRow(account, slot), id, external_id: null }, most))) continue;
    await transaction.deleteFrom('accounts').where('id', '=', id).execute();
    return slot;
  }
  return undefined;
}

/**
 * Takes one slot, if it is free and the slots above leave room: slot n stands for n + 1 accounts, and
 * a mailbox whose limit was higher once may hold slots above the limit of today. The unique index
 * decides between racers for a slot. Accounts in lower slots need no count, for racers only ever go
 * into slots that this guard permits, and those never add up to more than `most`.
 */
async function insertAt(db: Kysely<Database>, row: AccountTable, most: number): Promise<boolean> {
  const columns = Object.keys(row) as (keyof AccountTable)[];
  const inserted = await db
    .insertInto('accounts')
    .columns(columns)
    .expression(
      db
        .selectNoFrom((eb) => columns.map((column) => eb.val(row[column]).as(column)))
        .where((eb) => eb(accountsAbove(db, row), '<', most - row.slot)),
    )
    .onConflict((conflict) => conflict.columns(['business_id', 'email', 'slot']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const accountsAbove = (db: Kysely<Database>, { business_id, email, slot }: AccountTable) =>
  db
    .selectFrom('accounts')
    .select((eb) => eb.fn.countAll<number>().as('above'))
    .where('business_id', '=', business_id)
    .where('email', '=', email)
    .where('slot', '>', slot);

function toRow(account: AccountRecord, slot: number): AccountTable {
  return {
    id: account.id,
    business_id: account.businessId,
    email: account.email,
    slot,
    name: account.name,
    locale: account.locale,
    created_at: account.createdAt,
    last_sign_in_at: account.lastSignInAt,
    password_salt: account.passwordSalt,
    password_verifier: account.passwordVerifier,
    proofs_good_from: account.proofsGoodFrom,
    external_id: account.externalId,
    imported_hash: account.importedHash?.sealed ?? null,
    imported_kind: account.importedHash?.kind ?? null,
    mailbox_proved: account.isMailboxProved ? 1 : 0,
  };
}

/**
 * The oldest first. Not by the database: for the sake of the order it would read all accounts of the business by
 * `accounts_listed`, rather than find the few that are asked for.
 */
const inOrder = (rows: readonly AccountTable[]): AccountRecord[] =>
  rows.toSorted((a, b) => a.created_at - b.created_at || a.slot - b.slot).map(toAccount);

export function toAccount(row: Omit<AccountTable, 'slot'>): AccountRecord {
  return {
    id: row.id,
    businessId: row.business_id,
    email: row.email,
    name: row.name,
    locale: row.locale,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
    passwordSalt: row.password_salt,
    passwordVerifier: row.password_verifier,
    proofsGoodFrom: row.proofs_good_from,
    externalId: row.external_id,
    importedHash:
      row.imported_hash === null || row.imported_kind === null
        ? null
        : { sealed: row.imported_hash, kind: row.imported_kind },
    isMailboxProved: row.mailbox_proved === 1,
  };
}
