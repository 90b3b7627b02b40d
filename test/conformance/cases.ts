/** The whole conformance suite. Runners: server/test/conformance (in memory, over HTTP) and test/mocks (in the browser). */
import { accountAdminCases } from './account-admin-cases.ts';
import { accountCases } from './account-cases.ts';
import { idempotencyCases } from './idempotency-cases.ts';
import { adminCases } from './admin-cases.ts';
import { appAdminCases } from './app-admin-cases.ts';
import { appCases } from './app-cases.ts';
import { hubAdminCases } from './hub-admin-cases.ts';
import { hubCases } from './hub-cases.ts';
import { journeyCases } from './journey-cases.ts';
import { limitCases } from './limit-cases.ts';
import { linkCases } from './link-cases.ts';
import { profileCases } from './profile-cases.ts';
import { proofCases } from './proof-cases.ts';
import { requestCases } from './request-cases.ts';
import type { Case } from './target.ts';
import { webhookAdminCases } from './webhook-admin-cases.ts';

export const conformanceCases: Case[] = [
  ...journeyCases,
  ...accountCases,
  ...linkCases,
  ...limitCases,
  ...adminCases,
  ...appCases,
  ...appAdminCases,
  ...accountAdminCases,
  ...webhookAdminCases,
  ...profileCases,
  ...hubCases,
  ...hubAdminCases,
  ...proofCases,
  ...requestCases,
  ...idempotencyCases,
];
