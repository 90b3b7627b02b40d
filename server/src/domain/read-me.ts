import type { AppTile } from '../../../src/contract/app-operations.ts';
import type { Me } from '../../../src/contract/operations.ts';
import { datesOf } from './account-dates.ts';
import type { Authenticated } from './authenticate.ts';
import type { Business } from './business.ts';
import type { AccountRecord, AppRecord, Dependencies } from './ports.ts';
import { missingFields } from './profile.ts';
import { accountsOf } from './proof.ts';
import { type Result, succeed } from './result.ts';

export async function readMe(
  deps: Dependencies,
  business: Business,
  { session, account }: Authenticated,
): Promise<Result<Me>> {
  const [accounts, apps, missing] = await Promise.all([
    accountsOf(deps.storage, session),
    deps.storage.apps.usableBy(account.businessId, account.id),
    missingFields(deps, business, account),
  ]);
  const { landingApp } = business.settings;
  return succeed({
    account: shown(account),
    accounts: accounts.map((one) => ({ ...shown(one), ...datesOf(one), current: one.id === account.id })),
    apps: apps.map(tile),
    ...(apps.some(({ id }) => id === landingApp) && { landingApp }),
    profile: {
      missing: missing.map(({ name, apps: needing }) => ({
        field: name,
        ...(needing && { apps: [...needing] }),
      })),
    },
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
