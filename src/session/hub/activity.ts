/** What there was and is between the business and who is logged in. */
import { learn } from '../../api/after/later.ts';
import type { Result } from '../../api/result.ts';
import { hubEndpoints } from '../../contract/hub-endpoints.ts';
import type { Activity } from '../../contract/hub-operations.ts';
import type { QueryOf } from '../../contract/operations.ts';
import type { Member } from '../member/member.ts';
import { moment, optional, type Page, page, pageUrl, record, text, toQuery } from './answers.ts';

export type { Activity };

const { readActivity } = hubEndpoints;

learn(
  { readActivity },
  {
    readActivity: page(
      record<Activity>({
        id: text,
        kind: text,
        title: text,
        detail: optional(text),
        at: moment,
        until: optional(moment),
        state: text,
        url: optional(pageUrl),
      }),
    ),
  },
);

export const activity = (
  member: Member,
  query: NonNullable<QueryOf<'readActivity'>>,
  signal: AbortSignal,
): Promise<Result<Page<Activity>>> =>
  member.authorized('readActivity', undefined, { query: toQuery(query), signal });
