/** Accounts in the admin API: each handler names the use case that the command line calls, too. */
import {
  type accountAdminEndpoints,
  AccountRow,
  type PutAccountsAnswer,
} from '../../../../src/contract/account-admin.ts';
import type { RowOutcome } from '../../domain/account-rows.ts';
import { listAccounts, readAccount, removeAccount } from '../../domain/manage-accounts.ts';
import { putAccounts } from '../../domain/put-accounts.ts';
import { succeed } from '../../domain/result.ts';
import { parseRows } from '../body.ts';
import type { Handlers } from '../handler.ts';

export const accountAdminRoutes: Handlers<keyof typeof accountAdminEndpoints> = {
  async putAccounts({ deps, caller, body }) {
    const rows = parseRows(AccountRow, body.items);
    const sound = rows.flatMap((row) => (row.ok ? [row.value] : []));
    const outcomes = await putAccounts(deps, caller.business, sound);
    const results = rows.map((row) =>
      row.ok ? shown(outcomes.shift()!) : shown({ outcome: 'refused', failure: row }),
    );
    return succeed({ results });
  },
  listAccounts: ({ deps, caller, query }) => listAccounts(deps, caller.business, query),
  readAccount: ({ deps, caller, parameter }) => readAccount(deps, caller.business, parameter('id')),
  removeAccount: ({ deps, caller, parameter }) => removeAccount(deps, caller.business, parameter('id')),
};

function shown(row: RowOutcome): PutAccountsAnswer['results'][number] {
  if (row.outcome !== 'refused') return { outcome: row.outcome, account: row.account };
  const { failure, reason } = row;
  return {
    outcome: 'refused',
    problem: {
      code: failure.code,
      ...(failure.errors && { errors: failure.errors }),
      ...(reason !== undefined && { reason }),
    },
  };
}
