import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/storage/migrate.ts';
import { type Migration, migrations } from '../../src/storage/migrations/index.ts';
import { databases, type EmptyDatabase } from '../support/databases.ts';
import { inParallel } from '../support/records.ts';

describe.each(databases)('migrations ($name)', ({ create }) => {
  let database: EmptyDatabase;
  beforeEach(async () => void (database = await create()));
  afterEach(() => database.drop());

  const creating = (table: string, then?: () => void): Migration => ({
    name: `create-${table}`,
    async up(db) {
      await db.schema.createTable(table).addColumn('id', 'integer').execute();
      then?.();
    },
  });
  const rowsOf = (table: string) => sql`select * from ${sql.table(table)}`.execute(database.db);

  it('run once, in their order', async () => {
    expect(await migrate(database.db)).toEqual(migrations.map(({ name }) => name));
    expect(await migrate(database.db)).toEqual([]);
  });

  it('run once when several starts meet', async () => {
    const ran = await inParallel(5, () => migrate(database.db));
    expect(ran.flat()).toEqual(migrations.map(({ name }) => name));
  });

  it('add what is new to what an older release has left', async () => {
    await migrate(database.db, [creating('first')]);
    expect(await migrate(database.db, [creating('first'), creating('second')])).toEqual(['create-second']);
    await rowsOf('second');
  });

  it('leave a newer schema alone when an older release starts', async () => {
    await migrate(database.db, [creating('first'), creating('second')]);
    expect(await migrate(database.db, [creating('first')])).toEqual([]);
    await rowsOf('second');
  });

  it('keep the finished steps and nothing of a broken one, and go on from there', async () => {
    const broken = creating('second', () => {
      throw new Error('power cut');
    });
    await expect(migrate(database.db, [creating('first'), broken])).rejects.toThrow('power cut');
    await rowsOf('first');
    await expect(rowsOf('second')).rejects.toThrow();
    expect(await migrate(database.db, [creating('first'), creating('second')])).toEqual(['create-second']);
  });
});
