/** Child apps in the admin API: what the endpoints of app-admin-endpoints.ts do, take, answer and refuse. */
import * as v from 'valibot';
import type { appAdminEndpoints } from './app-admin-endpoints.ts';
import { limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { count, token, url } from './shapes.ts';

const address = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.url));
const addresses = v.pipe(v.array(address), v.maxLength(20));
const access = v.picklist(['everyone', 'listed']);
const badge = v.pipe(count, v.maxValue(limits.badge));
const position = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000));

/** What is left out stays as it is, or as it is for a new app: enabled, for everyone, a plain link. */
const PutAppRequest = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.name * 2)),
  url: address,
  icon: v.optional(v.nullable(address)),
  access: v.optional(access),
  enabled: v.optional(v.boolean()),
  badge: v.optional(badge),
  /** The lowest comes first; of two that are equal, the one whose name does. */
  position: v.optional(position),
  /** As a relying party of OpenID Connect; null: a plain link. Compared as text. */
  signOn: v.optional(
    v.nullable(
      v.strictObject({
        redirectUris: v.optional(addresses),
        initiateLoginUri: v.optional(address),
        postLogoutRedirectUris: v.optional(addresses),
        /** Where the app hears that somebody has logged out (OpenID Connect Back-Channel Logout 1.0). */
        backchannelLogoutUrl: v.optional(v.nullable(address)),
      }),
    ),
  ),
  /** Replaces the client's secret. */
  newSecret: v.optional(v.boolean()),
});

const AppAccountRequest = v.strictObject({ account: token });

/** `count: null` takes the account's own number back; without an account, the number is everybody's. */
const AppBadgeRequest = v.strictObject({ count: v.nullable(badge), account: v.optional(token) });

/** An app as the business set it up. */
const App = v.strictObject({
  id: token,
  name: v.string(),
  url,
  icon: v.optional(url),
  access,
  enabled: v.boolean(),
  badge: count,
  position: v.pipe(v.number(), v.integer()),
  signOn: v.optional(
    v.strictObject({
      /** What the app calls its provider. */
      issuer: url,
      clientId: token,
      redirectUris: v.array(url),
      initiateLoginUri: url,
      postLogoutRedirectUris: v.array(url),
      backchannelLogoutUrl: v.optional(url),
    }),
  ),
});
export type App = v.InferOutput<typeof App>;

/** `clientSecret`: where a new one was made. It is not shown again. */
const AppPut = v.strictObject({ app: App, clientSecret: v.optional(token) });
const AppList = v.strictObject({ apps: v.array(App) });

/** All that keeps one account from one app. `profile-incomplete`: it is shown, and opens once the profile is complete. */
const AppReasons = v.strictObject({
  reasons: v.array(v.picklist(['app-disabled', 'no-such-account', 'not-listed', 'profile-incomplete'])),
});
export type AppReason = v.InferOutput<typeof AppReasons>['reasons'][number];

export const appAdminSchemas = {
  PutAppRequest,
  AppAccountRequest,
  AppBadgeRequest,
  App,
  AppPut,
  AppList,
  AppReasons,
};

const onApp = { request: null, response: null, status: 204, problems: ['app-not-found'] } as const;
const onAccount = {
  ...onApp,
  request: AppAccountRequest,
  problems: ['app-not-found', 'account-not-found'],
} as const;

export const appAdminOperations = {
  listApps: {
    summary: "The business's apps, in their order",
    request: null,
    response: AppList,
    status: 200,
    problems: [],
  },
  putApp: {
    summary: 'Create a child app, or change it',
    request: PutAppRequest,
    response: AppPut,
    status: 200,
    problems: ['invalid-input'],
  },
  removeApp: { ...onApp, summary: 'Remove an app; it ends what it was logged in to, too' },
  enableApp: { ...onApp, summary: 'Offer an app again' },
  disableApp: { ...onApp, summary: 'Offer an app to nobody, whatever they were allowed' },
  allowApp: { ...onAccount, summary: 'Let an account use an app whose access is `listed`' },
  denyApp: { ...onAccount, problems: ['app-not-found'], summary: 'Take that back' },
  badgeApp: {
    ...onAccount,
    request: AppBadgeRequest,
    summary:
      'Say how many new things wait in an app: for one account, or for all that have no number of their own',
  },
  whyApp: {
    summary: 'Why an account does not come into an app; no reason: it does',
    query: v.strictObject({ account: token }),
    request: null,
    response: AppReasons,
    status: 200,
    problems: ['app-not-found'],
  },
} as const satisfies Record<keyof typeof appAdminEndpoints, Operation>;
