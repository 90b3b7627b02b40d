/** The business's side of the hub: three handlers for every kind of row. */
import {
  hubAdmin,
  hubAdminOperations,
  type HubAdminName,
  type HubVerb,
} from '../../../../src/contract/hub-admin.ts';
import type { HubKind } from '../../../../src/contract/hub-rows.ts';
import { listRows, putRows, removeRows } from '../../domain/hub-rows.ts';
import { succeed } from '../../domain/result.ts';
import { parseRows } from '../body.ts';
import type { Handler, Handlers } from '../handler.ts';

type Bulk = Handler<'putCourses' | 'removeCourses'>;

const bulk =
  (kind: HubKind, verb: 'put' | 'remove', name: HubAdminName): Bulk =>
  async ({ deps, caller, body }) => {
    const rows = parseRows(hubAdminOperations[name].rows!, body.items);
    const work = { put: putRows, remove: removeRows }[verb];
    return succeed({ results: await work(deps, caller.business, kind, rows) });
  };

const list =
  (kind: HubKind): Handler<'listCourses'> =>
  ({ deps, caller, query }) =>
    listRows(deps, caller.business, kind, query);

const handlerFor = (verb: HubVerb, kind: HubKind, name: HubAdminName) =>
  verb === 'list' ? list(kind) : bulk(kind, verb, name);

/** Every name with the handler of its verb. */
export const hubAdminRoutes = Object.fromEntries(
  hubAdmin.map(({ verb, kind, name }) => [name, handlerFor(verb, kind, name)]),
) as unknown as Handlers<HubAdminName>;
