import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import type { Business } from '../../src/domain/business.ts';
import { newCredential } from '../../src/domain/password.ts';
import { describeStorage } from '../support/databases.ts';
import { anAccount, unique } from '../support/records.ts';
import { logStatements } from '../support/statements.ts';
import { thorough } from '../support/thorough.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const password = 'correct horse battery';
const pairs = thorough(200);
const minute = 60_000;

/** An answer with what may differ by chance taken out: identifiers, tags and nonces. Headers and members in their order. */
async function fingerprint(response: Response) {
  const body = (await response.text())
    .replace(/"flow":"[^"]+"/, '"flow":"…"')
    .replace(/"tag":"[^"]+"/, '"tag":"…"');
  const headers = [...response.headers].map(([key, value]) =>
    key === 'dpop-nonce' ? [key, value.length] : [key, value],
  );
  return JSON.stringify({ status: response.status, headers, body });
}

const named = fc.stringMatching(/^[a-z0-9+_-]{1,20}$/);

describeStorage('known and unknown emails', (current) => {
  let portal: TestPortal;
  let target: Target;
  let business: Business;
  let visitor: Visitor;
  let statements: string[];
  beforeAll(async () => {
    const logged = logStatements(current().db);
    portal = await startTestPortal(logged.db);
    statements = logged.statements;
    target = await conformanceTarget(portal);
    const found = await portal.deps.storage.businesses.bySlug('single');
    if (!found) throw new Error('no business');
    business = found;
    visitor = await Visitor.arrive(target, target.singleAccountBackend);
    await visitor.learnNonce();
  });

  /** An account as sign-up makes it, without the mail that sign-up would have sent. */
  async function makeKnown(email: string) {
    const { storage } = portal.deps;
    const account = anAccount({ businessId: business.id, email });
    const mailbox = { businessId: business.id, email, accounts: [] };
    const credential = await newCredential(portal.deps, mailbox, account.id, password);
    if (credential === 'busy') throw new Error('busy');
    await storage.accounts.insert({ ...account, ...credential }, 1);
  }

  /** What one request answers, and what it costs: hashes, statements, mails. */
  async function measure(name: EndpointName, body: object, email: string) {
    const mailsBefore = (await portal.mailsTo(email)).length;
    const request = await visitor.request(name, undefined, { rawBody: JSON.stringify(body) });
    const hashes = portal.hashes.count;
    statements.length = 0;
    const response = await portal.fetch(request);
    const cost = { hashes: portal.hashes.count - hashes, statements: [...statements] };
    const mails = (await portal.mailsTo(email)).length - mailsBefore;
    return { answer: await fingerprint(response), ...cost, mails, status: response.status };
  }

  type Measured = Awaited<ReturnType<typeof measure>>;
  const cases: {
    title: string;
    expected: Pick<Measured, 'status' | 'hashes' | 'mails'>;
    ask(email: string): Promise<Measured>;
  }[] = [
    {
      title: 'T3, T4: known and unknown emails at sign-up',
      expected: { status: 202, hashes: 1, mails: 1 },
      ask: (email) => measure('startSignUp', { name: 'Ada Lovelace', email, password }, email),
    },
    {
      title: 'T3, T4: known and unknown emails that a code is asked for',
      expected: { status: 202, hashes: 0, mails: 1 },
      ask: (email) => measure('requestSignInCode', { email }, email),
    },
    {
      title: 'T3, T4: known and unknown emails that a code is asked for again',
      expected: { status: 202, hashes: 0, mails: 1 },
      async ask(email) {
        const { flow } = await visitor.succeed('requestSignInCode', { email });
        portal.advance(minute);
        // The clock may have gone on to the next nonce.
        await visitor.learnNonce();
        return measure('resendCode', { flow }, email);
      },
    },
    {
      title: 'T3, T4: known and unknown emails with a wrong password',
      expected: { status: 401, hashes: 1, mails: 0 },
      ask: (email) => measure('signInWithPassword', { email, password: 'not the right one' }, email),
    },
  ];

  for (const { title, expected, ask } of cases) {
    it(
      `${title}: ${pairs} pairs give the same bytes, hashes, statements and mails`,
      { timeout: 300_000 },
      async () => {
        await fc.assert(
          fc.asyncProperty(named, named, async (one, other) => {
            // Of one length: a mailbox is as long as it is, known or not.
            const known = `${unique('known')}-${one}@example.com`;
            const unknown = `${unique('other')}-${other}@example.com`;
            await makeKnown(known);
            const answers = [await ask(known), await ask(unknown)] as const;
            expect(answers[0]).toEqual(answers[1]);
            expect(answers[0]).toMatchObject(expected);
            const queued = answers[0].statements.filter((sql) => sql.startsWith('insert into "outbox"'));
            expect(queued).toHaveLength(expected.mails);
          }),
          { numRuns: pairs, endOnFailure: true },
        );
      },
    );
  }

  it('T3, T4: known and unknown emails after wrong passwords: the same waits, hashes and statements', async () => {
    const [known, unknown] = [`${unique('known')}@example.com`, `${unique('other')}@example.com`];
    await makeKnown(known);
    const seen = new Set<number>();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const ask = (email: string) => measure('signInWithPassword', { email, password: 'wrong' }, email);
      const answers = [await ask(known), await ask(unknown)] as const;
      expect(answers[0]).toEqual(answers[1]);
      seen.add(answers[0].status);
      // Less than the first wait.
      portal.advance(20_000);
      await visitor.learnNonce();
    }
    expect(seen).toEqual(new Set([401, 429]));
  });

  it('T3, T4: an owner who logs in, by password or by code, ends no wait of strangers and begins no count of theirs anew', async () => {
    const [known, unknown] = [`${unique('known')}@example.com`, `${unique('other')}@example.com`];
    await makeKnown(known);
    const owner = await Visitor.arrive(target, target.singleAccountBackend);
    const ask = (email: string) => measure('signInWithPassword', { email, password: 'wrong' }, email);
    // From a new device each time; it waits as the others do.
    const byPassword = async () => {
      const device = await Visitor.arrive(target, target.singleAccountBackend);
      await device.call('signInWithPassword', { email: known, password });
    };
    const byCode = async () => {
      const { flow, tag } = await owner.succeed('requestSignInCode', { email: known });
      await owner.succeed('verifySignInCode', { flow, code: await portal.codeFor(known, tag) });
    };
    const seen: number[] = [];
    for (const logIn of [byPassword, byCode, byPassword, byCode, byPassword, byCode, byPassword, byCode]) {
      await logIn();
      await visitor.learnNonce();
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const answers = [await ask(known), await ask(unknown)] as const;
        expect(answers[0]).toEqual(answers[1]);
        seen.push(answers[0].status);
      }
      portal.advance(20_000);
    }
    expect(new Set(seen)).toEqual(new Set([401, 429]));
    expect(seen.filter((status) => status === 401).length).toBeLessThan(10);
  });

  it('T3: the mail tells the owner what the page does not', async () => {
    const [known, unknown] = [`${unique('known')}@example.com`, `${unique('nobody')}@example.com`];
    await makeKnown(known);
    await visitor.succeed('startSignUp', { name: 'Eve', email: known, password });
    expect((await portal.mailsTo(known)).at(-1)?.template).toBe('already-registered');
    await visitor.succeed('requestSignInCode', { email: unknown });
    const mail = (await portal.mailsTo(unknown)).at(-1);
    expect(mail?.template).toBe('no-account');
    expect(mail?.data).not.toHaveProperty('code');
  });

  it('T3: no code opens the flow of an unknown email, however lucky the guess', async () => {
    const { flow } = await visitor.succeed('requestSignInCode', { email: `${unique('nobody')}@example.com` });
    const { calculateThumbprint } = await import('dpop');
    const keyThumbprint = await calculateThumbprint(visitor.keys.publicKey);
    const stored = await portal.deps.storage.flows.find({ id: flow, businessId: business.id, keyThumbprint });
    for (let guess = 0; guess < 1_000; guess += 1) {
      const mac = await portal.deps.secrets.mac('code', flow, String(guess).padStart(6, '0'));
      expect(mac).not.toBe(stored?.codeMac);
    }
    await visitor.refused('verifySignInCode', 'code-invalid', { flow, code: '000000' });
  });
});
