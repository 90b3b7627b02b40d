/** Child apps: what the endpoints of app-endpoints.ts do, take, answer and refuse. */
import * as v from 'valibot';
import type { appEndpoints } from './app-endpoints.ts';
import type { Operation } from './operation.ts';
import { count, seconds, token, url } from './shapes.ts';

/** Good once, for one app, and without a question only from the page that asked. */
const AppLaunch = v.strictObject({ url, ticket: token, expiresIn: seconds });
export type AppLaunch = v.InferOutput<typeof AppLaunch>;

/** An app as the switcher shows it; part of `Me`. */
export const AppTile = v.strictObject({
  id: token,
  name: v.string(),
  /** The app's start page. A `link` leads there; for `sign-on` it tells which app a page belongs to. */
  url,
  /** Of a square image. */
  icon: v.optional(url),
  /** How many new things wait there; absent: none. */
  badge: v.optional(count),
  kind: v.picklist(['sign-on', 'link']),
});
export type AppTile = v.InferOutput<typeof AppTile>;

export const appSchemas = { AppLaunch, AppTile };

export const appOperations = {
  launchApp: {
    summary:
      'A ticket that logs in to a child app: post it as the form field `ticket` to `url`, at top level and from the same page, within its life',
    request: null,
    response: AppLaunch,
    status: 200,
    problems: ['app-not-found', 'app-is-a-link', 'profile-incomplete', 'rate-limited'],
  },
} as const satisfies Record<keyof typeof appEndpoints, Operation>;
