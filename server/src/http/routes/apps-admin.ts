/** Child apps in the admin API: each handler names the use case that the command line calls, too. */
import type { App } from '../../../../src/contract/app-admin-operations.ts';
import { issuerOf } from '../../domain/app.ts';
import type { Business } from '../../domain/business.ts';
import { badgeApp, enableApp, permitApp, putApp, removeApp } from '../../domain/manage-apps.ts';
import type { AppRecord, Dependencies } from '../../domain/ports.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { whyApp } from '../../domain/why-app.ts';
import type { appAdminEndpoints } from '../../../../src/contract/app-admin-endpoints.ts';
import type { Handlers } from '../handler.ts';

export const appAdminRoutes: Handlers<keyof typeof appAdminEndpoints> = {
  async listApps({ deps, caller: { business } }) {
    const apps = await deps.storage.apps.all(business.id);
    return succeed({ apps: apps.map((app) => shown(deps, business, app)) });
  },
  async putApp({ deps, caller: { business }, parameter, body }) {
    const { enabled: isEnabled, newSecret: isSecretNew, ...change } = body;
    const put = await putApp(deps, business, parameter('id'), { ...change, isEnabled, isSecretNew });
    if ('faults' in put) {
      return fail('invalid-input', { errors: put.faults.map(({ pointer, code }) => ({ pointer, code })) });
    }
    const { app, secret } = put;
    return succeed({
      app: shown(deps, business, app),
      ...(secret !== undefined && { clientSecret: secret }),
    });
  },
  removeApp: ({ deps, caller, parameter }) => removeApp(deps, caller.business, parameter('id')),
  enableApp: ({ deps, caller, parameter }) => enableApp(deps, caller.business, parameter('id'), true),
  disableApp: ({ deps, caller, parameter }) => enableApp(deps, caller.business, parameter('id'), false),
  allowApp: ({ deps, caller, parameter, body }) =>
    withoutBody(permitApp(deps, caller.business, parameter('id'), body.account, 'allow')),
  denyApp: ({ deps, caller, parameter, body }) =>
    withoutBody(permitApp(deps, caller.business, parameter('id'), body.account, 'deny')),
  badgeApp: ({ deps, caller, parameter, body: { count: badge, account } }) =>
    badgeApp(deps, caller.business, parameter('id'), { badge, account }),
  whyApp: ({ deps, caller, parameter, query }) =>
    whyApp(deps, caller.business, parameter('id'), query.account),
};

async function withoutBody(done: Promise<Result<unknown>>): Promise<Result<undefined>> {
  const result = await done;
  return result.ok ? succeed(undefined) : result;
}

/** All but the client's secret. */
function shown(deps: Pick<Dependencies, 'publicUrl'>, business: Business, app: AppRecord): App {
  const { id, name, url, icon, access, isEnabled, badge, position, client } = app;
  return {
    ...{ id, name, url, access, enabled: isEnabled, badge, position },
    ...(icon !== null && { icon }),
    ...(client && {
      signOn: {
        issuer: issuerOf(deps, business),
        clientId: id,
        redirectUris: client.redirectUris,
        initiateLoginUri: client.initiateLoginUri,
        postLogoutRedirectUris: client.postLogoutRedirectUris,
        ...(client.backchannelLogoutUrl !== null && { backchannelLogoutUrl: client.backchannelLogoutUrl }),
      },
    }),
  };
}
