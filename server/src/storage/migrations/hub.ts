import type { CreateTableBuilder, Kysely } from 'kysely';

type Table = CreateTableBuilder<string, string>;

const text = (table: Table, ...names: string[]) =>
  names.reduce((all, name) => all.addColumn(name, 'text', (column) => column.notNull()), table);
const optional = (table: Table, ...names: string[]) =>
  names.reduce((all, name) => all.addColumn(name, 'text'), table);
const number = (table: Table, ...names: string[]) =>
  names.reduce((all, name) => all.addColumn(name, 'bigint', (column) => column.notNull()), table);
const ofAccount = (table: Table) =>
  table.addColumn('account_id', 'text', (column) =>
    column.notNull().references('accounts.id').onDelete('cascade'),
  );

/**
 * What an account sees of its business beside the apps. Every list has an index in its own order that begins with
 * the account, which also finds what goes when the account does.
 */
export async function hub(db: Kysely<unknown>): Promise<void> {
  const create = (name: string): Table => text(db.schema.createTable(name) as Table, 'business_id');
  const index = (table: string, name: string, columns: string[]) =>
    db.schema.createIndex(`${table}_${name}`).on(table).columns(columns).execute();
  const byId = (table: string, columns: Table) =>
    text(columns, 'id')
      .addPrimaryKeyConstraint(`${table}_key`, ['business_id', 'id'])
      .addForeignKeyConstraint(`${table}_business`, ['business_id'], 'businesses', ['id'])
      .execute();
  const member = (table: string, of: string, parent: string, columns: Table) =>
    ofAccount(text(columns, of))
      .addPrimaryKeyConstraint(`${table}_key`, ['business_id', of, 'account_id'])
      .addForeignKeyConstraint(`${table}_of`, ['business_id', of], parent, ['business_id', 'id'], (key) =>
        key.onDelete('cascade'),
      )
      .execute();

  const described = (name: string) =>
    number(optional(text(create(name), 'title', 'url', 'access'), 'summary', 'image'), 'position');
  await byId('courses', number(optional(described('courses'), 'offer', 'offer_url'), 'lessons'));
  await index('courses', 'shown', ['business_id', 'access', 'position', 'id']);
  await member(
    'enrolments',
    'course_id',
    'courses',
    optional(
      number(create('enrolments'), 'at', 'done').addColumn('opens_at', 'bigint'),
      ...['lesson', 'lesson_url', 'locked', 'locked_url'],
    ),
  );
  await index('enrolments', 'of', ['account_id', 'at', 'course_id']);

  await byId(
    'communities',
    described('communities').addColumn('members', 'bigint', (column) => column.notNull().defaultTo(0)),
  );
  await index('communities', 'shown', ['business_id', 'access', 'position', 'id']);
  await member('memberships', 'community_id', 'communities', number(create('memberships'), 'at', 'unread'));
  await index('memberships', 'of', ['account_id', 'at', 'community_id']);

  await byId('campaigns', number(optional(text(create('campaigns'), 'title'), 'summary'), 'position'));
  await member('partners', 'campaign_id', 'campaigns', text(create('partners'), 'url'));
  await index('partners', 'of', ['account_id', 'campaign_id']);

  // A campaign may go; what was earned by it stays, so these have no key to it.
  const event = (name: string) => ofAccount(number(create(name), 'at'));
  await byId('referrals', optional(text(event('referrals'), 'name', 'state'), 'campaign_id'));
  await index('referrals', 'of', ['account_id', 'at', 'id']);
  await index('referrals', 'counted', ['account_id', 'state']);
  await byId(
    'commissions',
    number(
      optional(text(event('commissions'), 'currency', 'state'), 'campaign_id', 'title'),
      ...['amount', 'month'],
    ),
  );
  await index('commissions', 'of', ['account_id', 'at', 'id']);
  await index('commissions', 'of_state', ['account_id', 'state', 'at', 'id']);
  await index('commissions', 'summed', ['account_id', 'business_id', 'currency', 'state', 'month', 'amount']);
  await byId('payouts', optional(number(text(event('payouts'), 'currency', 'state'), 'amount'), 'note'));
  await index('payouts', 'of', ['account_id', 'at', 'id']);
  await byId(
    'activities',
    optional(
      number(text(event('activities'), 'kind', 'title'), 'ongoing').addColumn('until', 'bigint'),
      ...['detail', 'url'],
    ),
  );
  await index('activities', 'of', ['account_id', 'at', 'id']);
  await index('activities', 'of_kind', ['account_id', 'kind', 'at', 'id']);
}
