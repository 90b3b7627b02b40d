/** Accounts, one by one: the admin API's use cases, for who has the server at hand. They come in by `portal import`. */
import { parseArgs } from 'node:util';
import { limits } from '../../../src/contract/limits.ts';
import { createRandom } from '../crypto/random.ts';
import { createSecrets } from '../crypto/secrets.ts';
import type { Business } from '../domain/business.ts';
import { listAccounts as listPage, readAccount as read, removeAccount } from '../domain/manage-accounts.ts';
import { findMasterKey } from '../open-storage.ts';
import { one, parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { UsageError } from './usage-error.ts';

const filters = { email: one, 'external-id': one } as const;

/** One a line, as JSON: what `portal import` reads again, passwords apart. */
export async function listAccounts(args: string[], context: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() => parseArgs({ args, options: filters, allowPositionals: true }));
  const [slug, ...surplus] = positionals;
  if (surplus.length > 0) throw new UsageError('give one SLUG.');
  const business = await businessNamed(slug, context.storage);
  const filter = { email: values.email, externalId: values['external-id'] };
  let cursor: string | undefined;
  do {
    const page = await listPage(context, business, {
      ...filter,
      ...{ cursor, limit: String(limits.page.largest) },
    });
    if (!page.ok) throw new UsageError(`"${values.email}" is no email address.`);
    for (const account of page.value.items) context.print(JSON.stringify(account));
    cursor = page.value.next;
  } while (cursor !== undefined);
}

export async function readAccount(args: string[], context: CommandContext): Promise<void> {
  const { business, names } = await named(args, context);
  for (const name of names) {
    const account = await read(context, business, name);
    if (!account.ok) throw new UsageError(sentences(name)[account.code] ?? account.code);
    context.print(JSON.stringify(account.value, null, 2));
  }
}

export async function deleteAccount(args: string[], context: CommandContext): Promise<void> {
  const { business, names } = await named(args, context);
  const deps = {
    clock: { now: () => Date.now() },
    random: createRandom(),
    secrets: await createSecrets(await findMasterKey(context.config)),
    storage: context.storage,
    // The server that runs looks by itself.
    notifyOutbox: () => {},
  };
  for (const name of names) {
    const removed = await removeAccount(deps, business, name);
    if (!removed.ok) throw new UsageError(sentences(name)[removed.code] ?? removed.code);
    context.print(`Deleted ${name}. Its mailbox is told.`);
  }
}

const sentences = (name: string): Record<string, string> => ({
  'account-not-found': `there is no account "${name}".`,
  'account-ambiguous': `"${name}" has several accounts: name one by its identifier.`,
});

async function named(
  args: string[],
  { storage }: CommandContext,
): Promise<{ business: Business; names: string[] }> {
  // Not parsed: an identifier of the portal's may begin with "-", and there is no option here.
  const [slug, ...names] = args;
  if (names.length === 0) throw new UsageError('give a SLUG and an ACCOUNT.');
  return { business: await businessNamed(slug, storage), names };
}
