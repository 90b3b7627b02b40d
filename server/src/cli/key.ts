import { parseArgs } from 'node:util';
import { apiScopes } from '../../../src/contract/api-scopes.ts';
import { createRandom } from '../crypto/random.ts';
import { createSecrets } from '../crypto/secrets.ts';
import { makeApiKey } from '../domain/api-key.ts';
import type { Business } from '../domain/business.ts';
import { findMasterKey } from '../open-storage.ts';
import { many, one, parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { oneOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

const clock = { now: () => Date.now() };

export async function createKey(args: string[], { storage, config, print }: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: { name: one, scope: many }, allowPositionals: true }),
  );
  const business = await businessOf(positionals, 1, storage);
  const scopes = (values.scope ?? ['links']).map((scope) => oneOf('--scope', scope, apiScopes));
  const secrets = await createSecrets(await findMasterKey(config));
  const name = values.name?.trim() || 'unnamed';
  const { record, key } = await makeApiKey({ clock, random: createRandom(), secrets }, business.id, name, [
    ...new Set(scopes),
  ]);
  await storage.apiKeys.insert(record);
  print(key);
  print(
    `  ${name}, for ${business.settings.name}: ${record.scopes.join(', ')}. Keep it now: it is not shown again.`,
  );
}

export async function listKeys(args: string[], { storage, print }: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true }),
  );
  const business = await businessOf(positionals, 1, storage);
  const keys = (await storage.apiKeys.all(business.id)).map(
    ({ id, name, scopes, createdAt, lastUsedAt, revokedAt }) => ({
      id,
      name,
      scopes,
      created: instant(createdAt),
      lastUsed: instant(lastUsedAt),
      revoked: instant(revokedAt),
    }),
  );
  if (values.json) {
    print(JSON.stringify(keys));
    return;
  }
  if (keys.length === 0) print(`No key yet. Create one with: portal key create ${business.slug} --name TEXT`);
  for (const { id, name, scopes, created, lastUsed, revoked } of keys) {
    const state = revoked ? `revoked ${revoked}` : `last used ${lastUsed ?? 'never'}`;
    print(`${id}  ${name}  [${scopes.join(' ')}]  created ${created}, ${state}`);
  }
}

export async function revokeKey(args: string[], { storage, print }: CommandContext): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const business = await businessOf(positionals, 2, storage);
  const id = positionals[1] ?? '';
  if (!(await storage.apiKeys.revoke(business.id, id, clock.now()))) {
    throw new UsageError(`"${business.slug}" has no key "${id}" that could be revoked.`);
  }
  print(`Revoked ${id}.`);
}

async function businessOf(
  positionals: string[],
  count: number,
  storage: CommandContext['storage'],
): Promise<Business> {
  const [slug] = positionals;
  if (slug === undefined || positionals.length !== count) {
    throw new UsageError(count === 1 ? 'give one SLUG.' : 'give a SLUG and the ID of a key.');
  }
  return businessNamed(slug, storage);
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
