/** Keys of the business's own systems: `portal_`, the key's identifier, a dot, 256 random bits. */
import type { ApiScope } from '../../../src/contract/api-scopes.ts';
import { Budget } from './budget.ts';
import type { Business } from './business.ts';
import { numbers } from './numbers.ts';
import type { ApiKeyRecord, Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';
import { byApiKey } from './subjects.ts';

/** So that scanners for leaked secrets know one when they see it. */
const prefix = 'portal_';

/** The key itself is here and nowhere else: only its digest is kept. */
export async function makeApiKey(
  { clock, random, secrets }: Pick<Dependencies, 'clock' | 'random' | 'secrets'>,
  businessId: string,
  name: string,
  scopes: readonly ApiScope[],
): Promise<{ record: ApiKeyRecord; key: string }> {
  // Operators type it.
  const id = random.letters(12);
  const secret = random.token();
  const record = {
    id,
    businessId,
    name,
    scopes: [...scopes],
    digest: await secrets.digest(secret),
    createdAt: clock.now(),
    lastUsedAt: null,
    revokedAt: null,
  };
  return { record, key: `${prefix}${id}.${secret}` };
}

/**
 * Does this key speak for this business, and on this matter? What is wrong with one that does not speak for it is not
 * told. Counted once it is right: its identifier alone, which is no secret, uses nothing of it up.
 */
export async function checkApiKey(
  deps: Dependencies,
  business: Business,
  presented: string,
  scope: ApiScope | undefined,
): Promise<Result<undefined>> {
  const [, id, secret] = /^portal_(\w+)\.([\w-]+)$/.exec(presented) ?? [];
  if (id === undefined || secret === undefined) return fail('api-key-invalid');
  const known = await deps.storage.apiKeys.byId(business.id, id);
  const digest = await deps.secrets.digest(secret);
  // An unknown identifier is compared as well, with what no secret has for a digest.
  const isRight = deps.secrets.equal(digest, known?.digest ?? digest.replaceAll(/./g, '.'));
  if (!known || !isRight || known.revokedAt !== null) return fail('api-key-invalid');
  const now = deps.clock.now();
  const key = await byApiKey(deps, { business }, 'api-key', id);
  const taken = await new Budget(deps).take(key, numbers.apiRequests);
  if (!taken.ok) return taken;
  if (now - (known.lastUsedAt ?? 0) >= numbers.apiKeyUse) await deps.storage.apiKeys.touch(id, now);
  // An endpoint of the table that names no scope would be a mistake: nobody gets in.
  return scope && known.scopes.includes(scope) ? succeed(undefined) : fail('scope-missing');
}
