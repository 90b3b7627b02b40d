import type { Kysely } from 'kysely';
import { initial } from './0001-initial.ts';
import { accountsListed } from './accounts-listed.ts';
import { accountCare } from './account-care.ts';
import { devicesOfAccounts } from './devices-of-accounts.ts';
import { firstAnswers } from './first-answers.ts';
import { apiKeys } from './api-keys.ts';
import { apiKeyScopes } from './api-key-scopes.ts';
import { appTiles } from './app-tiles.ts';
import { childApps } from './child-apps.ts';
import { profiles } from './profiles.ts';
import { hub } from './hub.ts';
import { importedAccounts } from './imported-accounts.ts';
import { links } from './links.ts';
import { logOuts } from './log-outs.ts';
import { webhooks } from './webhooks.ts';
import { throttles } from './throttles.ts';

export interface Migration {
  /** Stored in the database: never rename one that was released. */
  name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** In the order in which they run; the newest last. */
export const migrations: readonly Migration[] = [
  { name: '0001-initial', up: initial },
  { name: 'first-answers', up: firstAnswers },
  { name: 'links', up: links },
  { name: 'api-keys', up: apiKeys },
  { name: 'throttles', up: throttles },
  { name: 'account-care', up: accountCare },
  { name: 'devices-of-accounts', up: devicesOfAccounts },
  { name: 'child-apps', up: childApps },
  { name: 'api-key-scopes', up: apiKeyScopes },
  { name: 'app-tiles', up: appTiles },
  { name: 'profiles', up: profiles },
  { name: 'hub', up: hub },
  { name: 'imported-accounts', up: importedAccounts },
  { name: 'log-outs', up: logOuts },
  { name: 'accounts-listed', up: accountsListed },
  { name: 'webhooks', up: webhooks },
];
