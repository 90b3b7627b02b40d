/**
 * Where other languages come in. English needs nothing of this: languages.ts, which knows them, is fetched where a page
 * names another one, and otherwise after the form, for the day when the page switches.
 */
import { query } from '../internal/page.ts';
import { asTag, pageLanguage } from '../internal/page-language.ts';
import type { StringOverrides } from './strings.ts';

/** An element's texts, as languages.ts sees them. */
export interface Speaker {
  readonly host: Element;
  /** The language of the host may be another one now, or its texts have come. */
  refresh(): void;
}

export const speech = {
  /** All that are on the page. */
  speakers: new Set<Speaker>(),
  /** What stands in English's place for this one. */
  textsFor: (_speaker: Speaker): StringOverrides | undefined => undefined,
};

// From the start, for the first request; languages.ts looks closer, at where the elements are.
pageLanguage.tag = asTag(query<HTMLElement>(':root')[0]?.lang);
