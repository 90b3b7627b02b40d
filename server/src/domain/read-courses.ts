import type { Course } from '../../../src/contract/hub-operations.ts';
import type { QueryOf, ResponseOf } from '../../../src/contract/operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { CourseRecord, PageRequest } from './hub-ports.ts';
import { ownerOf } from './owner.ts';
import { instantOf, pageOf } from './page.ts';
import type { Dependencies } from './ports.ts';
import type { Result } from './result.ts';

export function readCourses(
  { storage, clock }: Dependencies,
  who: Authenticated,
  { state = 'mine', ...paging }: QueryOf<'readCourses'>,
): Promise<Result<ResponseOf<'readCourses'>>> {
  const now = clock.now();
  const rows = (page: PageRequest) =>
    state === 'mine'
      ? storage.hub.courses(ownerOf(who), page)
      : storage.hub.offeredCourses(ownerOf(who), page);
  return pageOf(paging, rows, (row) => shown(row, now));
}

function shown(row: CourseRecord, now: number): Course {
  const { id, title, summary, image, url, lessons, enrolment } = row;
  const course = {
    id,
    title,
    ...(summary !== null && { summary }),
    ...(image !== null && { image }),
    url,
    lessons,
  };
  if (!enrolment) return { ...course, state: 'offered', done: 0, offer: offerOf(row) };
  const { locked, lockedUrl, opensAt, lesson, lessonUrl } = enrolment;
  // A course may have lost lessons since.
  const done = Math.min(enrolment.done, lessons);
  const isWaiting = opensAt !== null && opensAt > now;
  if (isWaiting || locked !== null) {
    const lock = {
      ...(locked !== null && { reason: locked }),
      ...(isWaiting && { opensAt: instantOf(opensAt) }),
      ...(lockedUrl !== null && { url: lockedUrl }),
    };
    return { ...course, state: 'locked', done, lock };
  }
  return {
    ...course,
    state: lessons > 0 && done === lessons ? 'done' : 'open',
    done,
    ...(lesson !== null && { continue: { title: lesson, url: lessonUrl ?? url } }),
  };
}

const offerOf = ({ offer, offerUrl, url }: CourseRecord): Course['offer'] => ({
  ...(offer !== null && { text: offer }),
  url: offerUrl ?? url,
});
