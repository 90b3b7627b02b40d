/** Courses: what somebody has, how far they are, and what else there is. Where a course is taken is the business's app. */
import { html, nothing, type TemplateResult } from 'lit';
import { day, fill } from '../../i18n/after/format.ts';
import { withCourses } from '../../i18n/hub/courses-en.ts';
import { plural } from '../../i18n/hub/plural.ts';
import type { CourseStrings } from '../../i18n/hub/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Page } from '../../session/hub/answers.ts';
import { type Course, courses } from '../../session/hub/courses.ts';
import type { Result } from '../../session/types.ts';
import { icon } from '../../ui/icons.ts';
import { HubElement, image } from '../hub-element.ts';
import type { Member } from '../member-data.ts';
import type { Shown } from '../member-element.ts';
import { PagedList } from '../paged-list.ts';
import { coursesStyles } from './portal-courses.styles.ts';

const book = icon('M12 6.5C10 5 7 4.5 4 4.5v14c3 0 6 .5 8 2 2-1.5 5-2 8-2v-14c-3 0-6 .5-8 2v14');
const lock = icon('M6 11h12v9H6v-9m2.5 0V8a3.5 3.5 0 0 1 7 0v3');
const check = icon('M5 12.5l4.5 4.5L19 7.5');

type List = 'mine' | 'offered';
type Value = Record<List, Page<Course>>;
type Texts = Strings & CourseStrings;

/**
 * The courses that a client has, with how far they are and the way on to the next lesson; those that are locked,
 * and why; and, below, those that the business offers. Nothing to who is logged out. With `limit` it shows the
 * courses that were used last; what is on offer where there are none.
 *
 * @tag portal-courses
 * @summary The client's courses, with their progress, and those on offer.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `empty` for example. See docs/theming-preview.md.
 *
 * @slot heading - In place of the heading.
 * @slot empty - In place of what is said where there is nothing.
 * @slot signed-out - Shown while nobody is logged in.
 * @slot footer - At the very end.
 *
 * @csspart card - The surface around everything.
 * @csspart header - Around the heading.
 * @csspart heading - The heading.
 * @csspart subheading - The heading of what is on offer.
 * @csspart content - Around the courses.
 * @csspart courses - A list of courses.
 * @csspart course - One course.
 * @csspart empty - In place of the courses, where there are none.
 * @csspart more - Shows the next page.
 * @csspart alert - What went wrong.
 * @csspart retry - The button in the alert.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 * @cssprop [--portal-max-width=none] - The card's largest width.
 *
 * @cssState loading - The first answer is under way.
 * @cssState failed - The courses could not be had.
 * @cssState busy - A further page is under way.
 * @cssState empty - There are none.
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is logged in.
 *
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalCourses extends HubElement<Value> {
  static override styles = [HubElement.styles, coursesStyles];

  #lists: Record<List, PagedList<Course>> = { mine: this.#list('mine'), offered: this.#list('offered') };

  protected override load(member: Member, signal: AbortSignal): Promise<Result<Value>> {
    return this.both(['mine', 'offered'], (state) =>
      courses(member, { state, limit: this.pageSize }, signal),
    );
  }

  protected override isEmpty({ mine, offered }: Value): boolean {
    return !mine.items.length && !offered.items.length;
  }

  protected override heading(all: Strings): string {
    return withCourses(all).courses;
  }

  protected override skeleton(): TemplateResult {
    return html`<ul class="tiles" aria-hidden="true">
      ${Array.from(
        { length: Math.min(this.limit || 3, 6) },
        () =>
          html`<li class="tile">
            <div class="cover bone"></div>
            <div class="body">
              <span class="bone">&nbsp;</span>
              <p class="summary bone"></p>
              <div class="foot"></div>
            </div>
          </li>`,
      )}
    </ul>`;
  }

  protected override content({ value: { mine, offered }, strings: all }: Shown<Value>): TemplateResult {
    const strings = withCourses(all);
    return html`
      ${
        mine.items.length
          ? this.#tiles('mine', mine, strings)
          : this.empty(strings.coursesEmpty, strings.coursesEmptyLead)
      }
      ${
        offered.items.length
          ? html`<section>
              ${this.subheading(strings.coursesOffered)} ${this.#tiles('offered', offered, strings)}
            </section>`
          : nothing
      }
    `;
  }

  #list(name: List): PagedList<Course> {
    return new PagedList(this, {
      name,
      get: () => this.data.value?.[name],
      set: (page) => this.data.set({ ...this.data.value!, [name]: page }),
      ask: (member, cursor, signal) => courses(member, { state: name, cursor }, signal),
    });
  }

  #tiles(name: List, { items }: Page<Course>, strings: Texts) {
    return html`<ul class="tiles" part="courses">
        ${items.map(
          (course) =>
            html`<li class="item tile" part="course" tabindex="-1" data-item=${this.#lists[name].key(course)}>
              <div class="cover">${book}${course.image ? image(course.image) : nothing}</div>
              <div class="body">${body(course, strings)}</div>
            </li>`,
        )}
      </ul>
      ${this.limit ? nothing : this.#lists[name].more(strings)}`;
  }
}

function body(course: Course, strings: Texts): TemplateResult {
  const { title, url, state, summary } = course;
  // What cannot be entered is no link: its way on is below.
  const isOpen = state !== 'locked' && state !== 'offered';
  return html`${
      isOpen
        ? html`<a class="title whole" href=${url}><bdi>${title}</bdi></a>`
        : html`<strong class="title"><bdi>${title}</bdi></strong>`
    }
    <p class="summary"><bdi>${summary}</bdi></p>
    <div class="foot">${foot(course, strings)}</div>`;
}

function foot({ title, url, state, lessons, done, lock: why, offer, ...course }: Course, strings: Texts) {
  const way = (url: string | undefined, text: string) =>
    url
      ? html`<a class="action" href=${url} aria-label=${`${text}: ${title}`}>${text}</a>`
      : html`<span class="action"></span>`;
  const note = (text: string | TemplateResult) => html`<p class="note">${text}</p>`;
  if (state === 'offered')
    return html`${offer?.text ? note(html`<bdi>${offer.text}</bdi>`) : nothing}
    ${way(offer?.url, strings.courseGet)}`;
  if (state === 'locked')
    return html`${note(
      html`${lock}${
        why?.opensAt ? fill(strings.courseOpens, { date: day(why.opensAt, strings) }) : strings.courseLocked
      }`,
    )}
    ${why?.reason ? note(html`<bdi>${why.reason}</bdi>`) : nothing} ${way(why?.url, strings.courseUnlock)}`;
  if (state === 'done')
    return html`${note(html`${check}${strings.courseDone}`)} ${way(url, strings.courseAgain)}`;
  const progress = fill(plural(lessons, strings.courseProgress, strings), {
    done: new Intl.NumberFormat(strings.locale).format(done),
  });
  return html`${
    lessons
      ? html`<progress max=${lessons} .value=${done} aria-label=${progress}></progress>${note(progress)}`
      : nothing
  }
  ${
    course.continue
      ? html`<a class="action" href=${course.continue.url}
          ><bdi>${fill(strings.courseContinue, course.continue)}</bdi></a
        >`
      : way(url, done ? strings.courseResume : strings.courseStart)
  }`;
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-courses': PortalCourses;
  }
}
