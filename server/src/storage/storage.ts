import { type Kysely, sql } from 'kysely';
import type { Storage, Stores } from '../domain/ports.ts';
import { createAccountLinkStore } from './account-links.ts';
import { createAccountStore } from './accounts.ts';
import { createAnswerStore } from './answers.ts';
import { createApiKeyStore } from './api-keys.ts';
import { createAppStore } from './apps.ts';
import { createArtifactStore } from './artifacts.ts';
import { createBusinessStore } from './businesses.ts';
import { createCounterStore } from './counters.ts';
import { createDeliveryStore } from './deliveries.ts';
import { createDeviceStore } from './devices.ts';
import { isTransient } from './dialects/transient.ts';
import { createFlowStore } from './flows.ts';
import { createHandOffStore } from './hand-offs.ts';
import { createHubRowStore } from './hub-rows.ts';
import { createHubStore } from './hub.ts';
import { createImportedKindStore } from './imported-kinds.ts';
import { createLogOutStore } from './log-outs.ts';
import { createMailboxStore } from './mailbox.ts';
import { createOutboxStore } from './outbox.ts';
import { createProfileStore } from './profiles.ts';
import { createProofStore } from './proofs.ts';
import { purge } from './purge.ts';
import type { Database } from './schema.ts';
import { createSelectionStore } from './selections.ts';
import { createSessionStore } from './sessions.ts';
import { createSigningKeyStore } from './signing-keys.ts';
import { createStrikeStore } from './strikes.ts';
import { whyUnavailable } from './unavailable.ts';
import { createWebhookStore } from './webhooks.ts';

/** A transaction that lost to others so often meets something that running it again does not cure. */
const mostRetries = 3;

/** The storage over an open database (`dialects/`) that `migrate` has brought up to date. */
export function createStorage(db: Kysely<Database>): Storage {
  return {
    ...createStores(db),

    async transaction(work) {
      for (let retries = 0; ; retries += 1) {
        try {
          return await db.transaction().execute((transaction) => work(createStores(transaction)));
        } catch (error) {
          if (retries === mostRetries || !isTransient(error)) throw error;
        }
      }
    },

    whyUnavailable,

    purge: (now, most) => purge(db, now, most),

    async ping() {
      await sql`select 1`.execute(db);
    },

    close: () => db.destroy(),
  };
}

function createStores(db: Kysely<Database>): Stores {
  return {
    businesses: createBusinessStore(db),
    accounts: createAccountStore(db),
    profiles: createProfileStore(db),
    importedKinds: createImportedKindStore(db),
    flows: createFlowStore(db),
    accountLinks: createAccountLinkStore(db),
    apiKeys: createApiKeyStore(db),
    apps: createAppStore(db),
    handOffs: createHandOffStore(db),
    artifacts: createArtifactStore(db),
    logOuts: createLogOutStore(db),
    signingKeys: createSigningKeyStore(db),
    selections: createSelectionStore(db),
    sessions: createSessionStore(db),
    outbox: createOutboxStore(db),
    mailbox: createMailboxStore(db),
    proofs: createProofStore(db),
    answers: createAnswerStore(db),
    counters: createCounterStore(db),
    strikes: createStrikeStore(db),
    devices: createDeviceStore(db),
    hub: createHubStore(db),
    hubRows: createHubRowStore(db),
    webhooks: createWebhookStore(db),
    deliveries: createDeliveryStore(db),
  };
}
