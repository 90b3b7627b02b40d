import type { Kysely } from 'kysely';
import type { CourseRecord, HubStore } from '../domain/hub-ports.ts';
import type { CourseTable } from './hub-schema.ts';
import { paged } from './paged.ts';
import type { Database } from './schema.ts';

export function courseQueries(db: Kysely<Database>): Pick<HubStore, 'courses' | 'offeredCourses'> {
  return {
    async courses({ businessId, accountId }, page) {
      const query = db
        .selectFrom('enrolments')
        .innerJoin('courses', (join) =>
          join
            .onRef('courses.business_id', '=', 'enrolments.business_id')
            .onRef('courses.id', '=', 'enrolments.course_id'),
        )
        .selectAll(['courses', 'enrolments'])
        .where('enrolments.account_id', '=', accountId)
        .where('enrolments.business_id', '=', businessId);
      const place = { order: 'enrolments.at', id: 'enrolments.course_id' };
      const rows = await paged(query, place, page).execute();
      return rows.map((row) => ({
        ...toCourse(row, row.at),
        enrolment: {
          done: row.done,
          lesson: row.lesson,
          lessonUrl: row.lesson_url,
          locked: row.locked,
          lockedUrl: row.locked_url,
          opensAt: row.opens_at,
        },
      }));
    },

    async offeredCourses({ businessId, accountId }, page) {
      const query = db
        .selectFrom('courses')
        .selectAll()
        .where('business_id', '=', businessId)
        .where('access', '=', 'offered')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('enrolments')
                .select('enrolments.account_id')
                .whereRef('enrolments.business_id', '=', 'courses.business_id')
                .whereRef('enrolments.course_id', '=', 'courses.id')
                .where('enrolments.account_id', '=', accountId),
            ),
          ),
        );
      const rows = await paged(query, { order: 'position', id: 'id' }, page, 'asc').execute();
      return rows.map((row) => toCourse(row, row.position));
    },
  };
}

const toCourse = (row: CourseTable, order: number): CourseRecord => ({
  place: { order, id: row.id },
  id: row.id,
  title: row.title,
  summary: row.summary,
  image: row.image,
  url: row.url,
  lessons: row.lessons,
  offer: row.offer,
  offerUrl: row.offer_url,
});
