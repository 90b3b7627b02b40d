/** Every statement finds its rows by an index, so that it costs the same beside a million accounts. */
import { CompiledQuery, type Kysely, type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Storage } from '../../src/domain/ports.ts';
import { migrate } from '../../src/storage/migrate.ts';
import type { Database } from '../../src/storage/schema.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { databases, type EmptyDatabase } from '../support/databases.ts';
import { aBusiness, aFlow, anAccount, aSelection, now } from '../support/records.ts';

const flow = aFlow();
const account = anAccount({ businessId: 'business' });
const credential = { passwordSalt: 'salt', passwordVerifier: 'verifier' };
const selection = { ...aSelection(), handle: 'handle-a' };
const code = { codeMac: 'mac', codeFormat: 'digits' as const, sentAt: now, expiresAt: now, link: null };
const limit = { businessId: 'business', scope: 'scope', subject: 'subject' };
const device = { businessId: 'business', mailbox: 'mailbox', keyThumbprint: 'key' };
const claim = { scope: 'scope', fingerprint: 'fingerprint', run: 'run', expiresAt: now };
const artifact = { businessId: 'business', model: 'model', digest: 'digest' };
const signOn = { businessId: 'business', appId: 'app', sid: 'sid' };
const owner = { businessId: 'business', accountId: 'account' };
const page = { after: { order: now, id: 'id' }, limit: 20 };
const to = { refreshDigest: 'next', sealedCurrent: 'sealed', rotatedAt: now, idleExpiresAt: now };

/** Everything that reads or changes rows which are there already; only listing all businesses scans. */
const operations: Record<string, (storage: Storage) => Promise<unknown>> = {
  'businesses.bySlug': ({ businesses }) => businesses.bySlug('slug'),
  'accounts.byId': ({ accounts }) => accounts.byId('business', 'id'),
  'accounts.byEmail': ({ accounts }) => accounts.byEmail('business', 'email'),
  'accounts.byIds': ({ accounts }) => accounts.byIds('business', ['a', 'b']),
  'accounts.touchSignIn': ({ accounts }) => accounts.touchSignIn(account, now),
  'accounts.setPassword': ({ accounts }) => accounts.setPassword(account, credential, now),
  'accounts.byExternalIds': ({ accounts }) => accounts.byExternalIds('business', ['a', 'b']),
  'accounts.byEmails': ({ accounts }) => accounts.byEmails('business', ['a', 'b']),
  'accounts.page': ({ accounts }) => accounts.page('business', page, {}),
  'accounts.page of an email': ({ accounts }) => accounts.page('business', page, { email: 'email' }),
  'accounts.page of an external id': ({ accounts }) => accounts.page('business', page, { externalId: 'id' }),
  'accounts.setImportedHash': ({ accounts }) =>
    accounts.setImportedHash(account, { sealed: 'sealed', kind: 'kind' }, now),
  'apps.permissionsOf': ({ apps }) => apps.permissionsOf('business', ['a', 'b']),
  'businesses.hold': ({ businesses }) => businesses.hold('business'),
  'accounts.adoptPassword': ({ accounts }) => accounts.adoptPassword(account, credential),
  'accounts.proveMailbox': ({ accounts }) => accounts.proveMailbox('business', 'email', now),
  'importedKinds.of': ({ importedKinds }) => importedKinds.of('business'),
  'accounts.move': async ({ accounts, businesses }) => {
    const { id: businessId } = await businesses.put(aBusiness());
    return accounts.move({ ...account, businessId }, { email: 'new', ...credential }, 5, now);
  },
  'accounts.delete': ({ accounts }) => accounts.delete('business', 'id'),
  'accounts.describe': ({ accounts }) => accounts.describe(account, { name: 'Ada' }),
  'profiles.of': ({ profiles }) => profiles.of(account),
  'profiles.ofAll': ({ profiles }) => profiles.ofAll('business', ['a', 'b']),
  'profiles.put': ({ profiles }) => profiles.put(account, 'field', true, now),
  'profiles.put nothing': ({ profiles }) => profiles.put(account, 'field', null, now),
  'flows.find': ({ flows }) => flows.find(flow),
  'flows.byLink': ({ flows }) => flows.byLink('business', 'digest'),
  'flows.countAttempt': ({ flows }) => flows.countAttempt(flow, now, 5),
  'flows.consume': ({ flows }) => flows.consume('id', 'mac', now),
  'flows.renewCode': ({ flows }) => flows.renewCode(flow, code, now, 5, 5),
  'flows.tagsOf': ({ flows }) => flows.tagsOf('business', 'email'),
  'flows.deletePending': ({ flows }) => flows.deletePending('business', 'email', 'id'),
  'accountLinks.find': ({ accountLinks }) => accountLinks.find('business', 'digest', now),
  'accountLinks.take': ({ accountLinks }) => accountLinks.take('business', 'digest', now),
  'accountLinks.deleteOf': ({ accountLinks }) => accountLinks.deleteOf('account'),
  'apiKeys.byId': ({ apiKeys }) => apiKeys.byId('business', 'id'),
  'apiKeys.all': ({ apiKeys }) => apiKeys.all('business'),
  'apiKeys.touch': ({ apiKeys }) => apiKeys.touch('id', now),
  'apiKeys.revoke': ({ apiKeys }) => apiKeys.revoke('business', 'id', now),
  'apps.byId': ({ apps }) => apps.byId('business', 'app'),
  'apps.all': ({ apps }) => apps.all('business'),
  'apps.usableBy': ({ apps }) => apps.usableBy('business', 'account'),
  'apps.change': ({ apps }) => apps.change('business', 'app', { badge: 1 }),
  'apps.isAllowed': ({ apps }) => apps.isAllowed('business', 'app', 'account'),
  'apps.setBadge': ({ apps }) => apps.setBadge('business', 'app', 'account', 1),
  'apps.setBadge to none': ({ apps }) => apps.setBadge('business', 'app', 'account', null),
  'apps.remove': ({ apps }) => apps.remove('business', 'app'),
  'apps.usable': ({ apps }) => apps.usable('business', 'app', 'account'),
  'apps.allow': ({ apps }) => apps.allow('business', 'app', 'account'),
  'apps.deny': ({ apps }) => apps.deny('business', 'app', 'account'),
  'apps.launchedBy': ({ apps }) => apps.launchedBy('business', 'account'),
  'apps.allowed': ({ apps }) => apps.allowed('business', 'app'),
  'handOffs.byTicket': ({ handOffs }) => handOffs.byTicket('business', 'digest'),
  'handOffs.redeem': ({ handOffs }) =>
    handOffs.redeem(
      { businessId: 'business', ticketDigest: 'digest' },
      { cookieDigest: 'c', expiresAt: now },
      now,
    ),
  'handOffs.answer': ({ handOffs }) =>
    handOffs.answer({ businessId: 'business', appId: 'app', cookieDigest: 'digest' }, now, now),
  'handOffs.isAlive': ({ handOffs }) => handOffs.isAlive('business', 'id', now),
  'handOffs.end': ({ handOffs }) => handOffs.end('business', 'id', now),
  'handOffs.follow': ({ handOffs }) => handOffs.follow('session', 'next'),
  'logOuts.note': ({ logOuts }) => logOuts.note(signOn, ['a', 'b']),
  'logOuts.queueAll': ({ logOuts }) => logOuts.queueAll('session', now),
  'logOuts.queueUnwelcome': ({ logOuts }) => logOuts.queueUnwelcome('business', 'app', now),
  'logOuts.lease': ({ logOuts }) => logOuts.lease(now, 1, 5),
  'logOuts.postpone': ({ logOuts }) => logOuts.postpone({ ...signOn, attempt: 1 }, now),
  'logOuts.remove': ({ logOuts }) => logOuts.remove(signOn),
  'artifacts.find': ({ artifacts }) => artifacts.find(artifact, now),
  'artifacts.byUid': ({ artifacts }) => artifacts.byUid({ ...artifact, uidDigest: 'uid' }, now),
  'artifacts.consume': ({ artifacts }) => artifacts.consume(artifact, now),
  'artifacts.remove': ({ artifacts }) => artifacts.remove(artifact),
  'artifacts.removeOfGrant': ({ artifacts }) => artifacts.removeOfGrant('business', 'model', 'grant'),
  'signingKeys.find': ({ signingKeys }) => signingKeys.find('purpose'),
  'flows.deleteOf': ({ flows }) => flows.deleteOf('account'),
  'selections.withdraw': ({ selections }) => selections.withdraw('account'),
  'selections.take': ({ selections }) => selections.take(selection, now),
  'sessions.byId': ({ sessions }) => sessions.byId('business', 'id'),
  'sessions.open': ({ sessions }) => sessions.open('account', now),
  'sessions.rotate': ({ sessions }) => sessions.rotate('id', { generation: 0, refreshDigest: 'now' }, to),
  'sessions.end': ({ sessions }) => sessions.end('business', 'id', 'account', now),
  'sessions.endAll': ({ sessions }) => sessions.endAll('account', now),
  'sessions.endAll but one': ({ sessions }) => sessions.endAll('account', now, 'id'),
  'sessions.setProof': ({ sessions }) => sessions.setProof('id', selection.proof, now),
  'sessions.byAccessToken': ({ sessions }) => sessions.byAccessToken('business', 'digest', now),
  'outbox.lease': ({ outbox }) => outbox.lease(now, 1_000, 10),
  'outbox.markSent': ({ outbox }) => outbox.markSent('id', now),
  'outbox.postpone': ({ outbox }) => outbox.postpone({ id: 'id', attempt: 1 }, now, 'error'),
  'outbox.giveUp': ({ outbox }) => outbox.giveUp('id', now, 'error'),
  'mailbox.latest': ({ mailbox }) => mailbox.latest(10),
  'mailbox.byId': ({ mailbox }) => mailbox.byId('id'),
  'answers.claim': ({ answers }) => answers.claim(claim, now),
  'answers.find': ({ answers }) => answers.find('scope', now),
  'answers.keep': ({ answers }) => answers.keep(claim, 'sealed', now),
  'answers.release': ({ answers }) => answers.release(claim),
  'counters.take': ({ counters }) => counters.take(limit, 0, 1, now),
  'counters.peek': ({ counters }) => counters.peek(limit, now),
  'counters.clear': ({ counters }) => counters.clear(limit),
  'counters.giveBack': ({ counters }) => counters.giveBack(limit, { resetsAt: now }),
  'strikes.count': ({ strikes }) => strikes.count(limit, { free: 5, waits: [1, 2], window: 1 }, now),
  'strikes.undo': ({ strikes }) => strikes.undo(limit, { failures: 1 }, { free: 5 }),
  'strikes.clear': ({ strikes }) => strikes.clear(limit),
  'devices.touch': ({ devices }) => devices.touch(device, 'account', 5, now),
  'devices.accountsOf': ({ devices }) => devices.accountsOf(device, now),
  'devices.forget': ({ devices }) => devices.forget('account'),
  'devices.forget one': ({ devices }) => devices.forget('account', { only: 'key' }),
  'devices.forget but one': ({ devices }) => devices.forget('account', { except: 'key' }),
  'hub.activities': ({ hub }) => hub.activities(owner, page),
  'hub.activities of a kind': ({ hub }) => hub.activities(owner, page, 'order'),
  'hub.courses': ({ hub }) => hub.courses(owner, page),
  'hub.offeredCourses': ({ hub }) => hub.offeredCourses(owner, page),
  'hub.communities': ({ hub }) => hub.communities(owner, page),
  'hub.openCommunities': ({ hub }) => hub.openCommunities(owner, page),
  'hub.community': ({ hub }) => hub.community(owner, 'id'),
  'hub.join': ({ hub }) => hub.join(owner, 'id', now),
  'hub.leave': ({ hub }) => hub.leave(owner, 'id'),
  'hub.links': ({ hub }) => hub.links(owner, 100),
  'hub.commissionSums': ({ hub }) => hub.commissionSums(owner),
  'hub.referralCounts': ({ hub }) => hub.referralCounts(owner),
  'hub.commissions': ({ hub }) => hub.commissions(owner, page, {}),
  'hub.commissions of a state and a time': ({ hub }) =>
    hub.commissions(owner, page, { state: 'paid', from: 0, to: now }),
  'hub.referrals': ({ hub }) => hub.referrals(owner, page),
  'hub.payouts': ({ hub }) => hub.payouts(owner, page),
  'hubRows.put': async ({ businesses, hubRows }) => {
    const { id } = await businesses.put(aBusiness());
    const row = { id: 'id', title: 'Friends', position: 0 };
    await hubRows.put(id, 'campaigns', row);
    return hubRows.put(id, 'campaigns', row);
  },
  'hubRows.list': ({ hubRows }) => hubRows.list('business', 'partners', ['campaign', 'account'], 20),
  'hubRows.list of an account': ({ hubRows }) => hubRows.list('business', 'payouts', ['id'], 20, 'account'),
  'hubRows.remove': ({ hubRows }) => hubRows.remove('business', 'memberships', ['community', 'account']),
  'hubRows.hold': ({ hubRows }) => hubRows.hold('business', 'account', 'account'),
  'accounts.hold': ({ accounts }) => accounts.hold(account),
  'webhooks.byId': ({ webhooks }) => webhooks.byId('business', 'id'),
  'webhooks.all': ({ webhooks }) => webhooks.all('business'),
  'webhooks.remove': ({ webhooks }) => webhooks.remove('business', 'id'),
  'deliveries.lease': ({ deliveries }) => deliveries.lease(now, 1_000, 10),
  'deliveries.markSent': ({ deliveries }) => deliveries.markSent('id', now),
  'deliveries.postpone': ({ deliveries }) => deliveries.postpone({ id: 'id', attempt: 1 }, now, 'why'),
  'deliveries.giveUp': ({ deliveries }) => deliveries.giveUp('id', now, 'why'),
  'deliveries.resend': ({ deliveries }) => deliveries.resend('business', 'id', now),
  'deliveries.page': ({ deliveries }) => deliveries.page('business', page, 'failed'),
  'deliveries.byId': ({ deliveries }) => deliveries.byId('business', 'id'),
  async purge(storage) {
    await storage.importedKinds.note('business', { kind: 'kind', most: 1 }, 0);
    return storage.purge(now, 10);
  },
};

/** The one index that is read from its end: the newest mails are the answer. */
const readInOrder = 'mailbox_newest';

/** What each database would do without looking anything up: read a whole table, or a whole index. */
const explain: Record<string, (db: Kysely<Database>, query: CompiledQuery) => Promise<string[]>> = {
  SQLite: async (db, { sql: text, parameters }) => {
    const { rows } = await db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${text}`, [...parameters]),
    );
    return rows
      .map(({ detail }) => detail)
      .filter(
        (detail) =>
          (/^SCAN (?!due|past|stale|others|CONSTANT)/.test(detail) && !detail.includes(readInOrder)) ||
          // For the sake of its order an index may be taken that finds no more than the business.
          (/^SEARCH accounts .*\(business_id=\?\)$/.test(detail) &&
            / from "accounts"(?!.* limit )/.test(text)),
      );
  },
  PostgreSQL: (db, { sql: text, parameters }) =>
    db.transaction().execute(async (transaction) => {
      // Small tables are cheaper to read whole. With that made expensive, it shows where nothing else is possible.
      await sql`set local enable_seqscan = off`.execute(transaction);
      const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        CompiledQuery.raw(`explain (format json) ${text}`, [...parameters]),
      );
      return rows
        .flatMap((row) => row['QUERY PLAN'])
        .flatMap(({ Plan }) => allNodes(Plan))
        .filter(readsEverything)
        .map((node) => `${node['Node Type']} ${node['Relation Name'] ?? ''} ${node['Index Name'] ?? ''}`);
    }),
};

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

const allNodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(allNodes)];

const readsEverything = (node: PlanNode): boolean =>
  node['Node Type'] === 'Seq Scan' ||
  (node['Index Name'] !== undefined &&
    node['Index Name'] !== readInOrder &&
    node['Index Cond'] === undefined);

describe.each(databases.filter(({ name }) => name in explain))('indexes ($name)', ({ name, create }) => {
  let database: EmptyDatabase;
  let queries: CompiledQuery[] = [];
  let storage: Storage;
  beforeAll(async () => {
    database = await create();
    await migrate(database.db);
    const executor = database.db.getExecutor();
    const recorder: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        queries.push(executor.compileQuery(node, queryId));
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    storage = createStorage(database.db.withPlugin(recorder));
  });
  afterAll(() => database.drop());

  it.each(Object.entries(operations))('serve %s', async (_, operate) => {
    queries = [];
    await operate(storage);
    expect(queries).not.toEqual([]);
    for (const query of queries) {
      expect(await explain[name]?.(database.db, query), query.sql).toEqual([]);
    }
  });
});
