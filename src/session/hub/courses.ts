/** The courses of who is logged in. */
import { learn } from '../../api/after/later.ts';
import type { Result } from '../../api/result.ts';
import { hubEndpoints } from '../../contract/hub-endpoints.ts';
import type { Course } from '../../contract/hub-operations.ts';
import type { QueryOf } from '../../contract/operations.ts';
import type { Member } from '../member/member.ts';
import { count, moment, optional, type Page, page, pageUrl, record, text, toQuery } from './answers.ts';

export type { Course };

const { readCourses } = hubEndpoints;

learn(
  { readCourses },
  {
    readCourses: page(
      record<Course>({
        id: text,
        title: text,
        summary: optional(text),
        image: optional(pageUrl),
        url: pageUrl,
        state: text,
        lessons: count,
        done: count,
        continue: optional(record<NonNullable<Course['continue']>>({ title: text, url: pageUrl })),
        lock: optional(
          record<NonNullable<Course['lock']>>({
            reason: optional(text),
            opensAt: optional(moment),
            url: optional(pageUrl),
          }),
        ),
        offer: optional(record<NonNullable<Course['offer']>>({ text: optional(text), url: pageUrl })),
      }),
    ),
  },
);

export const courses = (
  member: Member,
  query: NonNullable<QueryOf<'readCourses'>>,
  signal: AbortSignal,
): Promise<Result<Page<Course>>> =>
  member.authorized('readCourses', undefined, { query: toQuery(query), signal });
