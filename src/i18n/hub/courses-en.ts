/** English: courses. */
import type { Strings } from '../strings.ts';
import { listsEn } from './lists-en.ts';
import type { CourseStrings } from './strings.ts';

const en: CourseStrings = {
  ...listsEn,
  courses: 'Courses',
  coursesEmpty: 'No courses yet',
  coursesEmptyLead: 'A course appears here as soon as you have access to it.',
  coursesOffered: 'More for you',
  courseProgress: { one: '{done} of {count} lesson', other: '{done} of {count} lessons' },
  courseDone: 'Completed',
  courseAgain: 'Go through it again',
  courseContinue: 'Continue: {title}',
  courseStart: 'Start the course',
  courseResume: 'Continue the course',
  courseLocked: 'Locked',
  courseOpens: 'Opens on {date}',
  courseUnlock: 'How to unlock it',
  courseGet: 'Get this course',
};

export const withCourses = (all: Strings): Strings & CourseStrings => ({ ...en, ...all });
