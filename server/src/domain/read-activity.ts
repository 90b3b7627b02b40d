import type { Activity } from '../../../src/contract/hub-operations.ts';
import type { QueryOf, ResponseOf } from '../../../src/contract/operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { ActivityRecord } from './hub-ports.ts';
import { ownerOf } from './owner.ts';
import { instantOf, pageOf } from './page.ts';
import type { Dependencies } from './ports.ts';
import type { Result } from './result.ts';

/** Time alone makes the present past: nobody has to tell the portal that an appointment is over. */
export function readActivity(
  { storage, clock }: Dependencies,
  who: Authenticated,
  { kind, ...paging }: QueryOf<'readActivity'>,
): Promise<Result<ResponseOf<'readActivity'>>> {
  const now = clock.now();
  const rows = (page: Parameters<typeof storage.hub.activities>[1]) =>
    storage.hub.activities(ownerOf(who), page, kind);
  return pageOf(paging, rows, (row) => shown(row, now));
}

function shown({ place: _, isOngoing, at, until, ...rest }: ActivityRecord, now: number): Activity {
  return {
    ...rest,
    at: instantOf(at),
    ...(until !== null && { until: instantOf(until) }),
    state: isOngoing || (until ?? at) > now ? 'present' : 'past',
  };
}
