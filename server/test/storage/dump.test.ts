import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, startTestPortal } from '../support/test-portal.ts';

const minute = 60_000;
const passwords = ['the first password of Ada', 'a mistyped password of Ada'] as const;

/** Every row of every table, whatever tables there are. */
describeStorage('a dump of the database', (current) => {
  it('T30: holds no token, ticket, code or password that was ever issued or typed', async () => {
    const { db } = current();
    const portal = await startTestPortal(db);
    const target = await conformanceTarget(portal);
    const dump = async () => {
      const tables = await db.introspection.getTables();
      const rows = await Promise.all(
        tables.map(({ name }) =>
          sql`select * from ${sql.id(name)}`.execute(db).then((result) => result.rows),
        ),
      );
      return JSON.stringify(rows);
    };
    const secrets = new Set<string>(passwords);
    const dumps: string[] = [];
    /** Taken at every step: what is erased later was there before. */
    const keep = async (...issued: string[]) => {
      for (const secret of issued) secrets.add(secret);
      dumps.push(await dump());
    };
    const email = 'ada@example.com';
    const visitor = await Visitor.arrive(target);

    const signUp = await visitor.succeed('startSignUp', { name: 'Ada', email, password: passwords[0] });
    // Read without being taken out of the queue: the mail must be in the dump.
    const queued = await db.selectFrom('outbox').select('sealed_mail').executeTakeFirstOrThrow();
    const mail = await portal.deps.secrets.open('outbox', queued.sealed_mail ?? '');
    const { code } = (JSON.parse(mail ?? '') as { data: { code: string } }).data;
    await keep(code);
    const outcome = await visitor.succeed('verifySignUp', { flow: signUp.flow, code });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const { grant } = outcome;
    await keep(grant.access_token, grant.refresh_token);
    const next = await visitor.succeed('refreshSession', {
      grant_type: 'refresh_token',
      refresh_token: grant.refresh_token,
    });
    await keep(next.access_token, next.refresh_token);
    await visitor.refused('signInWithPassword', 'credentials-invalid', { email, password: passwords[1] });
    await visitor.signUp(email, passwords[0], 'Ada again');
    const choice = await visitor.succeed('signInWithPassword', { email, password: passwords[0] });
    if (choice.outcome !== 'choose-account') throw new Error(choice.outcome);
    await keep(choice.selection.ticket);
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    await keep(await portal.codeFor(email));
    portal.advance(minute);
    await visitor.succeed('resendCode', { flow });
    await keep(await portal.codeFor(email));

    const all = dumps.join('\n');
    // The dump is one: it holds what it may hold.
    for (const known of [email, 'Ada again', flow]) expect(all).toContain(known);
    for (const secret of secrets) {
      // Digits that stand alone: they may well occur within a time or a digest.
      const found = /^\d+$/.test(secret)
        ? new RegExp(`"${secret}"|\\b${secret}\\b`).test(all)
        : all.includes(secret);
      expect(found, secret).toBe(false);
    }
  });
});
