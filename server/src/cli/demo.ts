import { parseArgs } from 'node:util';
import { createArgon2Hasher, createPasswordGate } from '../crypto/argon2.ts';
import { createSecrets } from '../crypto/secrets.ts';
import { putDemoAccounts } from '../demo/accounts.ts';
import { demoRows, putDemoRows } from '../demo/hub.ts';
import { demoPassword, demoPeople } from '../demo/people.ts';
import { demoSettings } from '../demo/settings.ts';
import { parsed } from './arguments.ts';
import { findMasterKey } from '../open-storage.ts';
import { businessNamed, put } from './business.ts';
import type { CommandContext } from './command.ts';
import { settingsFrom } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** Those of the demo site that hold a log-in form. */
const logInPages = ['/members.html', '/club.html', '/accounts.html'];

/** The bakery of the demo pages. Renewed at each start, so that the demo always looks the same. */
export async function putDemo(args: string[], context: CommandContext): Promise<void> {
  const { values } = parsed(() =>
    parseArgs({ args, options: { origin: { type: 'string', multiple: true } } }),
  );
  if (context.config.mode === 'production') {
    throw new UsageError('the demo business lets every local site embed it: not in production.');
  }
  const origin = values.origin ?? ['http://localhost:8080', 'http://127.0.0.1:8080'];
  const settings = settingsFrom(
    {
      origin,
      method: ['password', 'code', 'link'],
      'return-url': origin.flatMap((site) => logInPages.map((page) => site + page)),
    },
    demoSettings,
  );
  await put('hearth', settings, context);
  await fill(origin[0] ?? '', context);
  context.print(
    `  log in as ${[...new Set(demoPeople.map(({ email }) => email))].join(' or ')}: ${demoPassword}`,
  );
}

/** What its customers find in their hub. */
async function fill(site: string, { storage, config }: CommandContext): Promise<void> {
  const business = await businessNamed('hearth', storage);
  const secrets = await createSecrets(await findMasterKey(config));
  const now = Date.now();
  await putDemoAccounts(
    { storage, secrets, hasher: createArgon2Hasher(createPasswordGate()) },
    business,
    now,
  );
  await putDemoRows({ storage }, business, demoRows(site, now));
}
