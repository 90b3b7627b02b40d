import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash as bcrypt } from '@node-rs/bcrypt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portal } from '../../src/cli/portal.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-import-'));
  env = { NODE_ENV: 'development', PORTAL_DATABASE_FILE: join(folder, 'data/portal.sqlite') };
  await run('business', 'put', 'acme', '--name', 'Acme');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  const screen = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await portal(args, env);
  const result = {
    code,
    out: out.mock.calls.join('\n'),
    err: err.mock.calls.join('\n'),
    screen: screen.mock.calls,
  };
  vi.restoreAllMocks();
  return result;
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const importing = (path: string, ...more: string[]) => run('import', path, '--business', 'acme', ...more);

async function accounts() {
  const db = nodeSqlite(env['PORTAL_DATABASE_FILE']!);
  const rows = await db.selectFrom('accounts').selectAll().orderBy('email').execute();
  await db.destroy();
  return rows;
}

describe('portal import', () => {
  it('reads what spreadsheets write: BOM, CRLF, semicolons, quotes, lines within quotes, other names of columns', async () => {
    const path = file(
      'customers.csv',
      '\uFEFFCustomer ID;E-Mail;First Name;Last_Name;Plan\r\n' +
        '17;ADA@Example.com;Ada;"Love;""lace"" von\r\nX";gold\r\n' +
        '\r\n' +
        '18;bob@example.com;Jose\u0301;;\r\n',
    );
    const { out, code } = await importing(path);
    expect(code).toBe(0);
    expect(out).toContain('Not used: Plan.');
    expect(out).toContain('Accounts: 2 created, 0 updated, 0 unchanged, 0 refused.');
    expect(await accounts()).toMatchObject([
      { external_id: '17', email: 'ada@example.com', name: 'Ada Love;"lace" von X', mailbox_proved: 1 },
      { external_id: '18', email: 'bob@example.com', name: 'Jos\u00e9' },
    ]);
  });

  it.each([
    ['customers.json', (rows: object[]) => JSON.stringify(rows, null, 2)],
    ['customers.ndjson', (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')],
  ])('reads %s', async (name, write) => {
    const rows = [
      { id: 1, email: 'ada@example.com', name: 'Ada {"}]', emailVerified: false },
      { id: 2, email: 'bob@example.com', name: 'Bob \\" é', nothing: null },
    ];
    const { out } = await importing(file(name, write(rows)));
    expect(out).toContain('2 created, 0 updated, 0 unchanged, 0 refused');
    expect(await accounts()).toMatchObject([
      { external_id: '1', name: 'Ada {"}]', mailbox_proved: 0 },
      { external_id: '2', name: 'Bob \\" é', mailbox_proved: 1 },
    ]);
  });

  const asked = [
    { name: 'phone', type: 'phone', label: 'Phone', required: true },
    { name: 'language', type: 'text', label: 'Mother tongue' },
    { name: 'home', type: 'address', label: 'Home' },
    {
      name: 'likes',
      type: 'multi-select',
      label: 'Likes',
      options: ['rye', 'spelt'].map((value) => ({ value, label: value })),
    },
    { name: 'terms', type: 'checkbox', label: 'Terms', required: true },
  ];
  const answers = async () => {
    const db = nodeSqlite(env['PORTAL_DATABASE_FILE']!);
    const rows = await db.selectFrom('profile_values').selectAll().orderBy('name').execute();
    await db.destroy();
    return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  };

  it.each([
    [
      'customers.csv',
      'id,email,name,Language,Phone,profile.language,home.street,home.postal code,home.city,home.country,Likes,TERMS\n' +
        '1,a@example.com,Ada,en,+49 (0)30 901820,English,1 Hill St,12345,London,GB,spelt; rye,no\n',
    ],
    [
      'customers.json',
      JSON.stringify({
        ...{ externalId: '1', email: 'a@example.com', name: 'Ada', locale: 'en' },
        profile: {
          phone: '+4930901820',
          language: 'English',
          home: { street: '1 Hill St', postalCode: '12345', city: 'London', country: 'GB' },
          likes: ['rye', 'spelt'],
          terms: false,
        },
      }),
    ],
  ])(
    'takes answers of the profile from %s, in columns of their own, and its language',
    async (name, content) => {
      await run('fields', 'put', 'acme', file('fields.json', JSON.stringify(asked)));
      const path = file(name, content);
      const { out } = await importing(path);
      expect(out).toContain('1 created, 0 updated, 0 unchanged, 0 refused');
      expect(out).not.toContain('Not used');
      expect(await accounts()).toMatchObject([{ locale: 'en' }]);
      expect(await answers()).toEqual({
        home: { street: '1 Hill St', postalCode: '12345', city: 'London', country: 'GB' },
        language: 'English',
        likes: ['rye', 'spelt'],
        phone: '+4930901820',
        terms: false,
      });
      expect((await importing(path)).out).toContain('0 created, 0 updated, 1 unchanged');
      // What a file leaves empty it does not take away.
      const bare = file('bare.csv', 'id,email,name,language,phone,home.city\n1,a@example.com,Ada,,,\n');
      expect((await importing(bare)).out).toContain('0 created, 0 updated, 1 unchanged');
    },
  );

  it('refuses a row with an answer that its customer could not give either, and says which', async () => {
    await run('fields', 'put', 'acme', file('fields.json', JSON.stringify(asked)));
    const path = file(
      'customers.csv',
      'id,email,name,locale,phone,home.city,likes,terms,profile.shoes\n' +
        '1,a@example.com,Ada,tlh,,,,,\n' +
        '2,b@example.com,Bob,,030 901820,London,rye|oats,perhaps,9\n',
    );
    const { out } = await importing(path);
    expect(out).toContain('Not used: profile.shoes.');
    expect(out).toContain('line 2 (1): its language is none of those that the business has');
    expect(out).toContain(
      'line 3 (2): its home/street is incomplete; its likes is none that can be chosen; ' +
        'its phone is no phone number with its country (+49 …); its terms is none that can be chosen',
    );
    expect(await accounts()).toEqual([]);
    expect(await answers()).toEqual({});
  });

  it('refuses what cannot be taken, row by row, with the line and the reason, and takes the rest', async () => {
    const reportPath = join(folder, 'refused.csv');
    const path = file(
      'customers.csv',
      [
        'id,email,name,password_hash,verified,apps',
        '1,ada@example.com,Ada,,,',
        '2,not an address,Bob,,,',
        '3,carl@example.com,,,,',
        '1,dora@example.com,Dora,,,',
        '5,ADA@example.com,Ada again,,,',
        '6,fred@example.com,Fred,hunter2,,',
        `7,gus@example.com,Gus,$2b$20$${'a'.repeat(53)},,`,
        '8,hal@example.com,Hal,,maybe,',
        '9,ivy@example.com,Ivy,,,courses',
        '10,joe@example.com,Joe',
        '11/x,kim@example.com,Kim,,,',
        `12,lea@example.com,${'L'.repeat(70_000)},,,`,
        '=13,mia,Mia,,,',
        '14,"nia"@example.com,Nia,,,',
        '15,ora@example.com,Ora,,,',
      ].join('\n'),
    );
    const { out } = await importing(path, '--report', reportPath);
    expect(out).toContain('2 created, 0 updated, 0 unchanged, 13 refused');
    for (const line of [
      'line 3 (2): its email is not an address that mail can be sent to',
      'line 4 (3): it has no name',
      'line 5 (1): line 2 has the same identifier',
      'line 6 (5): line 2 has the same email',
      'line 7 (6): the password hash is of a kind that is not known here',
      'line 8 (7): the password hash (bcrypt, cost 20) would take too long to check',
      'line 9: whether its email is verified must be yes or no',
      'line 10 (9): it names an app that the business does not have',
      'line 11: it has 3 columns, but the header has 6',
      'line 12 (11/x): its identifier has other characters',
      'line 13: it is longer than 65536 characters',
      'line 14 (=13): its identifier has other characters',
      'line 15 (14): its email is not an address',
    ]) {
      expect(out).toContain(line);
    }
    expect(out).not.toContain('hunter2');
    expect((await accounts()).map(({ external_id }) => external_id)).toEqual(['1', '15']);
    const report = readFileSync(reportPath, 'utf8');
    expect(report).toMatch(/^\uFEFFline,row,reason\r\n/);
    expect(report).toContain('"3","2","its email is not an address that mail can be sent to"\r\n');
    // Nothing that a spreadsheet would run.
    expect(report).toContain(`"14","'=13"`);
  });

  it.each([
    [
      'a Latin-1 letter',
      Buffer.from('id,email,name\n1,a@example.com,Ada\n2,b@example.com,Jos\xe9\n', 'latin1'),
      'line 3, byte 54',
    ],
    [
      'half a character at the end',
      Buffer.from('id,email,name\n1,a@example.com,Jos\xc3', 'latin1'),
      'line 2, byte 34',
    ],
    [
      'a letter far behind',
      Buffer.from(`id,email,name\n${'é\n'.repeat(50_000)}\xff`, 'utf8').subarray(0, -2),
      undefined,
    ],
  ])(
    'imports nothing of a file that is not UTF-8 (%s), and says where it is not',
    async (_, content, where) => {
      const bytes = where === undefined ? Buffer.concat([content, Buffer.from([0xff])]) : content;
      const { code, err } = await importing(file('customers.csv', bytes));
      expect(code).toBe(2);
      expect(err).toContain(where ?? 'line 50002, byte 150015');
      expect(await accounts()).toEqual([]);
    },
  );

  it('changes nothing when it is dry, and says what it would do', async () => {
    const path = file(
      'customers.csv',
      'id,email,name\n1,a@example.com,Ada\n2,b@example.com,\n3,a@example.com,Eve\n',
    );
    const { out } = await importing(path, '--dry-run');
    expect(out).toContain('Nothing was changed. It would be: 1 created, 0 updated, 0 unchanged, 2 refused.');
    expect(await accounts()).toEqual([]);
    expect((await importing(path)).out).toContain('1 created, 0 updated, 0 unchanged, 2 refused.');
  });

  it('counts what is there already as unchanged, changes what differs, and lets passwords be that customers made theirs', async () => {
    const old = await bcrypt('old', 4);
    const rows = (name: string, hash: string) =>
      file(
        'customers.csv',
        `id,email,name,hash\n1,a@example.com,${name},${hash}\n2,b@example.com,Bob,${hash}\n`,
      );
    await importing(rows('Ada', old));
    expect((await importing(rows('Ada', old))).out).toContain('0 created, 0 updated, 2 unchanged, 0 refused');
    expect((await importing(rows('Ada L.', old))).out).toContain(
      '0 created, 1 updated, 1 unchanged, 0 refused',
    );

    const db = nodeSqlite(env['PORTAL_DATABASE_FILE']!);
    await db
      .updateTable('accounts')
      .set({ password_verifier: 'hers', password_salt: 'salt', imported_hash: null, imported_kind: null })
      .where('external_id', '=', '1')
      .execute();
    await db.destroy();
    expect((await importing(rows('Ada L.', await bcrypt('new', 4)))).out).toContain('1 updated, 1 unchanged');
    expect(await accounts()).toMatchObject([
      { password_verifier: 'hers', imported_hash: null },
      { password_verifier: null, imported_hash: expect.any(String) as string },
    ]);
  });

  it('names accounts of its own for a mailbox that may have several, up to the limit', async () => {
    await run('business', 'put', 'acme', '--duplicates', 'on', '--accounts-per-email', '2');
    const { out } = await importing(
      file(
        'customers.csv',
        'id,email,name\n1,a@example.com,Ada\n2,a@example.com,Bob\n3,a@example.com,Eve\n,b@example.com,Joe\n',
      ),
    );
    expect(out).toContain('2 created, 0 updated, 0 unchanged, 2 refused');
    expect(out).toContain('line 4 (3): its email has 2 accounts already, which is the most here');
    expect(out).toContain(
      'line 5 (b@example.com): it has no identifier, and emails can have several accounts here',
    );
  });

  it('T29: killed in the middle it leaves whole accounts only, and goes on where it was', async () => {
    const count = 5_000;
    const lines = Array.from({ length: count }, (_, n) => `${n},a${n}@example.com,Ada ${n},courses`);
    await run(
      'app',
      'put',
      'acme',
      'courses',
      '--name',
      'Courses',
      '--url',
      'https://c.example/',
      '--access',
      'listed',
    );
    const path = file('customers.csv', `id,email,name,apps\n${lines.join('\n')}\n`);
    const program = new URL('../../src/cli/portal.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [program, 'import', path, '--business', 'acme'], {
      env,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const db = nodeSqlite(env['PORTAL_DATABASE_FILE']!);
    const rows = async (table: 'accounts' | 'app_permissions') =>
      Number(
        (
          await db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );
    while ((await rows('accounts')) === 0) await new Promise((resume) => setTimeout(resume, 5));
    child.kill('SIGKILL');
    await ended;
    const before = await rows('accounts');
    expect(before).toBeLessThan(count);
    expect(await rows('app_permissions')).toBe(before);
    await db.destroy();

    const { out } = await importing(path);
    expect(out).toContain(
      `${(count - before).toLocaleString('en')} created, 0 updated, ${before.toLocaleString('en')} unchanged, 0 refused`,
    );
  });

  it('says what is missing when it is called wrongly', async () => {
    expect(await run('import')).toMatchObject({ code: 2 });
    expect((await run('import', 'a.csv')).err).toContain('--business');
    expect((await importing(join(folder, 'nothing.csv'))).err).toContain('there is no file');
    expect((await importing(file('a.txt', ''))).err).toContain('the name of FILE');
    expect((await importing(file('a.csv', ''), '--kind', 'cats')).err).toContain('--kind');
    expect((await importing(file('a.csv', ''))).out).toContain('0 created');
  });

  it('draws a bar for who watches, and writes a line now and then for a log', async () => {
    const { createProgress } = await import('../../src/cli/import/progress.ts');
    const written: string[] = [];
    let now = 0;
    const bar = createProgress(
      { isTTY: true, columns: 60, write: (text) => written.push(text) },
      200,
      () => now,
    );
    bar.at(0, 0);
    now = 1_000;
    bar.at(100, 500);
    bar.at(101, 501);
    expect(written).toHaveLength(2);
    expect(written[1]).toMatch(/^\r█+░+ {2}50 % {2}500 rows {2}1 s left/);
    bar.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
    const lines: string[] = [];
    const log = createProgress({ write: (text) => lines.push(text) }, 200);
    for (let rows = 0; rows <= 25_000; rows += 250) log.at(rows / 125, rows);
    expect(lines).toEqual(['10,000 rows, 40 %\n', '20,000 rows, 80 %\n']);
  });
});

it('starts a process that needs no terminal', () => {
  const program = new URL('../../src/cli/portal.ts', import.meta.url).pathname;
  const path = file('customers.csv', 'id,email,name\n1,a@example.com,Ada\n');
  const out = execFileSync(process.execPath, [program, 'import', path, '--business', 'acme'], {
    env,
    encoding: 'utf8',
  });
  expect(out).toContain('1 created');
});
