/** Child apps: what the endpoints of app-endpoints.ts do, take, answer and refuse. */
import * as v from 'valibot';
import type { appEndpoints } from './app-endpoints.ts';
import type { Operation } from './operation.ts';
import { seconds, token, url } from './shapes.ts';

/** Good once, for one app, and without a question only from the page that asked. */
const AppLaunch = v.strictObject({ url, ticket: token, expiresIn: seconds });
export type AppLaunch = v.InferOutput<typeof AppLaunch>;

export const appSchemas = { AppLaunch };

export const appOperations = {
  launchApp: {
    summary:
      'A ticket that logs in to a child app: post it as the form field `ticket` to `url`, at top level and from the same page, within its life',
    request: null,
    response: AppLaunch,
    status: 200,
    problems: ['app-not-found', 'app-is-a-link', 'rate-limited'],
  },
} as const satisfies Record<keyof typeof appEndpoints, Operation>;
