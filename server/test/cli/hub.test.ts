import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portal } from '../../src/cli/portal.ts';

describe('portal hub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-hub-'));
  const file = join(folder, 'rows');
  let out = '';
  let err = '';
  const run = async (...args: string[]) => {
    out = err = '';
    const code = await portal(args, {
      NODE_ENV: 'development',
      PORTAL_DATABASE_FILE: join(folder, 'portal.sqlite'),
    });
    return { code, out: out.trimEnd(), err: err.trimEnd() };
  };
  const put = (kind: string, rows: unknown) => {
    writeFileSync(file, typeof rows === 'string' ? rows : JSON.stringify(rows));
    return run('hub', 'put', 'hearth', kind, file);
  };
  const course = { id: 'rye', title: 'Dark rye', url: 'https://hearth.example/rye', lessons: 8 };

  beforeEach(async () => {
    vi.spyOn(console, 'log').mockImplementation((line: string) => void (out += `${line}\n`));
    vi.spyOn(console, 'error').mockImplementation((line: string) => void (err += `${line}\n`));
    await run('demo');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it('puts what it lists, and changes nothing by it', async () => {
    for (const kind of ['courses', 'memberships', 'commissions', 'activities']) {
      const before = (await run('hub', 'list', 'hearth', kind)).out;
      const rows = before.split('\n').length;
      expect(rows).toBeGreaterThan(5);
      expect(await put(kind, before)).toMatchObject({ code: 0, out: `${kind}: ${rows} updated` });
      expect((await run('hub', 'list', 'hearth', kind)).out).toBe(before);
    }
  });

  it('takes the good rows and says of each other one what is wrong', async () => {
    const rows = [
      { ...course, id: 'new' },
      { ...course, id: 'bad', lessons: 'many', colour: 'red' },
      { ...course, title: 'Darker rye' },
    ];
    expect(await put('courses', rows)).toEqual({
      code: 2,
      out: 'row 2: invalid-input (lessons invalid, colour unknown-field)\ncourses: 1 created, 1 refused, 1 updated',
      err: 'portal hub put: 1 of 3 rows refused; the others are done.',
    });
    expect((await run('hub', 'list', 'hearth', 'courses')).out).toContain('Darker rye');
  });

  it('takes rows from a CSV file, each member as what it is', async () => {
    const csv = join(folder, 'rows.csv');
    writeFileSync(
      csv,
      'id;account;kind;title;at;ongoing;detail\r\n' +
        'csv-1;theo@hearth.example;order;"Rye; dark";2026-03-04T10:00:00Z;true;\r\n' +
        'csv-2;theo@hearth.example;order;Rye;yesterday;perhaps;\r\n',
    );
    expect((await run('hub', 'put', 'hearth', 'activities', csv)).out).toBe(
      'row 2: invalid-input (at invalid, ongoing invalid)\nactivities: 1 created, 1 refused',
    );
    const listed = (await run('hub', 'list', 'hearth', 'activities')).out.split('\n');
    expect(listed.map((line) => JSON.parse(line) as unknown)).toContainEqual({
      ...{ id: 'csv-1', account: 'demo-theo', kind: 'order', title: 'Rye; dark' },
      ...{ at: '2026-03-04T10:00:00.000Z', ongoing: true },
    });
    writeFileSync(csv, 'id,title,url,lessons\ncsv,Rye,https://hearth.example/,8\n');
    expect((await run('hub', 'put', 'hearth', 'courses', csv)).out).toBe('courses: 1 created');
  });

  it('removes by a key, and by both parts of one', async () => {
    const key = 'early-birds/neighbour-1@hearth.example';
    const remove = () => run('hub', 'remove', 'hearth', 'memberships', key);
    expect(await remove()).toMatchObject({ code: 0, out: 'memberships: 1 removed' });
    expect(await remove()).toMatchObject({ code: 0, out: 'memberships: 1 absent' });
    expect(await run('hub', 'remove', 'hearth', 'courses', 'rye', 'none')).toMatchObject({
      code: 0,
      out: 'courses: 1 removed, 1 absent',
    });
    expect((await run('hub', 'remove', 'hearth', 'courses', 'a/b')).err).toContain('"a/b" does not name one');
  });

  it('refuses a kind that there is not, a business that there is not, and a file that is none', async () => {
    expect((await run('hub', 'put', 'hearth', 'loaves', file)).err).toContain('KIND "loaves" must be');
    expect((await run('hub', 'list', 'nobody', 'courses')).err).toContain('there is no business "nobody"');
    expect((await run('hub', 'put', 'hearth', 'courses', join(folder, 'none'))).code).toBe(2);
    expect((await put('courses', '[{')).code).toBe(2);
  });
});
