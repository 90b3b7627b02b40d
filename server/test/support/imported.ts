import { sealImportedHash } from '../../src/domain/imported-password.ts';
import type { AccountRecord } from '../../src/domain/ports.ts';
import { anAccount } from './records.ts';
import type { TestPortal } from './test-portal.ts';

/** An account as the business brought it, with the hash that its last system made of the password. */
export async function putImported(
  { deps }: TestPortal,
  password: string,
  more: Partial<AccountRecord> & { businessId: string; email: string },
): Promise<AccountRecord> {
  const bare = anAccount({ passwordSalt: null, passwordVerifier: null, ...more });
  const importedHash = await sealImportedHash(deps, bare.id, `test$${password}`);
  if ('fault' in importedHash) throw new Error(importedHash.fault);
  const account = { ...bare, importedHash };
  await deps.storage.accounts.insert(account, 5);
  const siblings = await deps.storage.accounts.byEmail(account.businessId, account.email);
  const most = siblings.filter((one) => one.importedHash).length;
  await deps.storage.importedKinds.note(
    account.businessId,
    { kind: importedHash.kind, most },
    deps.clock.now(),
  );
  return account;
}
