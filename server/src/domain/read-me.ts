import type { AppTile } from '../../../src/contract/app-operations.ts';
import type { Me } from '../../../src/contract/operations.ts';
import { datesOf } from './account-dates.ts';
import type { Authenticated } from './authenticate.ts';
import type { Business } from './business.ts';
import type { AccountRecord, AppRecord, Dependencies } from './ports.ts';
import { accountsOf } from './proof.ts';
import { type Result, succeed } from './result.ts';

export async function readMe(
  { storage }: Dependencies,
  { settings }: Business,
  { session, account }: Authenticated,
): Promise<Result<Me>> {
  const [accounts, apps] = await Promise.all([
    accountsOf(storage, session),
    storage.apps.usableBy(account.businessId, account.id),
  ]);
  const { landingApp } = settings;
  return succeed({
    account: shown(account),
    accounts: accounts.map((one) => ({ ...shown(one), ...datesOf(one), current: one.id === account.id })),
    apps: apps.map(tile),
    ...(apps.some(({ id }) => id === landingApp) && { landingApp }),
  });
}

/** As the switcher shows it. */
const tile = ({ id, name, url, icon, badge, client }: AppRecord): AppTile => ({
  id,
  name,
  url,
  ...(icon !== null && { icon }),
  ...(badge > 0 && { badge }),
  kind: client ? 'sign-on' : 'link',
});

const shown = ({ id, name, email }: AccountRecord) => ({ id, name, email });
