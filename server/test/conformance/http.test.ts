import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { apiScopes } from '../../../src/contract/api-scopes.ts';
import { conformanceCases } from '../../../test/conformance/cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createRandom } from '../../src/crypto/random.ts';
import { createSecrets } from '../../src/crypto/secrets.ts';
import { makeApiKey } from '../../src/domain/api-key.ts';
import { type BusinessSettings, defaultSettings } from '../../src/domain/business.ts';
import { findMasterKey, openStorage } from '../../src/open-storage.ts';
import { type RunningServer, serve } from '../../src/serve.ts';
import { codeInMail, inMail } from '../support/dev-mailbox.ts';
import { freePort } from '../support/free-port.ts';
import { fromAddress, newAddress } from '../support/from-address.ts';
import {
  keysForSuite,
  profileFields,
  profileOfTarget,
  putApps,
  returnTo,
  withKeys,
  withLinks,
} from '../support/test-portal.ts';

/** The server as `npm start` runs it: real hash, real worker, its development mailbox. */
describe('conformance: the server over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-http-'));
  let server: RunningServer;
  let target: Target;

  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const config = configOf({
      NODE_ENV: 'development',
      PORTAL_PORT: String(port),
      PORTAL_TRUSTED_PROXIES: '127.0.0.0/8, ::1',
      PORTAL_PUBLIC_URL: publicUrl,
      PORTAL_DATABASE_FILE: join(folder, 'portal.sqlite'),
    });
    const log = () => {};
    const { keys, apps } = await putBusinesses(config);
    server = await serve(config, log);
    target = {
      backend: `${publicUrl}/many`,
      singleAccountBackend: `${publicUrl}/single`,
      // Its visitors come from everywhere, not all from one address.
      fetch: (request) => fetch(fromAddress(newAddress(), request)),
      codeFor: (email, tag) => codeInMail(publicUrl, email, tag),
      links: { returnTo, linkFor: (email, tag) => inMail(publicUrl, email, tag, /http\S+\/link\?token=\S+/) },
      apps,
      profile: profileOfTarget,
    };
    target = withKeys(target, keys);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  // Not `it.each`: its `$title` is cut off after 40 characters.
  // Some cases try a hundred passwords, with the real hash.
  for (const { title, run } of conformanceCases) it(title, { timeout: 120_000 }, () => run(target));
});

function configOf(environment: Record<string, string>): Config {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.config;
}

/** Resolves to what the business "many" has. */
async function putBusinesses(config: Config): Promise<Required<Pick<Target, 'apps'>> & { keys: string[] }> {
  const storage = await openStorage(config, () => {});
  const random = createRandom();
  const common = { ...defaultSettings, name: 'Test & Sons' };
  const put = (slug: string, more: Partial<BusinessSettings>) =>
    storage.businesses.put({ id: random.id(), slug, settings: { ...common, ...more } });
  await put('single', { allowDuplicateAccounts: false });
  const many = await put('many', { ...withLinks, profileFields, allowDuplicateAccounts: true });
  const secrets = await createSecrets(await findMasterKey(config));
  const putKey = async () => {
    const clock = { now: () => Date.now() };
    const { record, key } = await makeApiKey({ clock, random, secrets }, many.id, 'test', apiScopes);
    await storage.apiKeys.insert(record);
    return key;
  };
  const keys = await keysForSuite(putKey);
  const apps = await putApps(storage, many.id);
  await storage.close();
  return { keys, apps };
}
