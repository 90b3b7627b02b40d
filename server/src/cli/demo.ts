import { parseArgs } from 'node:util';
import { createArgon2Hasher, createPasswordGate } from '../crypto/argon2.ts';
import { createRandom } from '../crypto/random.ts';
import { createSecrets } from '../crypto/secrets.ts';
import { putDemoAccounts } from '../demo/accounts.ts';
import { putDemoApps, schoolId } from '../demo/apps.ts';
import { demoRows, putDemoRows } from '../demo/hub.ts';
import { demoPassword, demoPeople } from '../demo/people.ts';
import { putDemoProfiles } from '../demo/profile.ts';
import { demoSettings } from '../demo/settings.ts';
import { many, one, parsed } from './arguments.ts';
import { findMasterKey } from '../open-storage.ts';
import { businessNamed, put } from './business.ts';
import type { CommandContext } from './command.ts';
import { settingsFrom } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** Those of the demo site that hold a log-in form. */
const logInPages = ['/members.html', '/club.html', '/accounts.html'];

/** The bakery of the demo pages. Renewed at each start, so that the demo always looks the same. */
export async function putDemo(args: string[], context: CommandContext): Promise<void> {
  const { values } = parsed(() => parseArgs({ args, options: { origin: many, school: one } }));
  const secret = await renewDemo(values, context);
  context.print(
    `  log in as ${[...new Set(demoPeople.map(({ email }) => email))].join(' or ')}: ${demoPassword}`,
  );
  context.print(`  client secret of its app "${schoolId}": ${secret}  Keep it now: it is not shown again.`);
}

/** `school`: where its example app runs. Answers that app's client secret. */
export async function renewDemo(
  values: { origin?: string[] | undefined; school?: string | undefined },
  context: CommandContext,
): Promise<string> {
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
  return fill({ site: origin[0] ?? '', school: values.school ?? 'http://localhost:8090' }, context);
}

/** Its apps, and what its customers find in their hub. */
async function fill(
  places: { site: string; school: string },
  { storage, config }: CommandContext,
): Promise<string> {
  const business = await businessNamed('hearth', storage);
  const secrets = await createSecrets(await findMasterKey(config));
  const now = Date.now();
  await putDemoAccounts(
    { storage, secrets, hasher: createArgon2Hasher(createPasswordGate()) },
    business,
    now,
  );
  await putDemoProfiles({ storage }, business, now);
  await putDemoRows({ storage }, business, demoRows(places.site, now));
  return putDemoApps(
    { storage, secrets, random: createRandom(), clock: { now: () => now } },
    business,
    places,
  );
}
