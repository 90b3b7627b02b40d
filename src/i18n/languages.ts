/**
 * The languages beside English: which one an element speaks, and its texts. An element speaks what the nearest `lang`
 * says, also through the borders of shadow trees, and follows when that changes.
 */
import { bestLanguage, languages, type Language } from '../contract/languages.ts';
import { eventually } from '../internal/eventually.ts';
import { asTag, pageLanguage } from '../internal/page-language.ts';
import { type Locale, locales } from './locales/index.ts';
import { speech } from './speech.ts';
import type { StringOverrides } from './strings.ts';

/** Nobody waits longer for a language than this, in milliseconds: English stands there until it comes. */
const patience = 4000;

const rightToLeft: readonly (Language | undefined)[] = ['ar', 'he'];

/** By the prototypes: `<input name="parentElement">` would lead from its form back into it. */
const parentElement = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')!.get!;
const attributeOf = Element.prototype.getAttribute;

/** What has come. */
const texts = new Map<Language, StringOverrides>();

type Load = () => Promise<void>;
const loads = new Map<Language | undefined, { form: Load; member: Load }>();

for (const [language, { form, member }] of Object.entries(locales) as [Language, Locale][]) {
  const add = ({ strings }: { strings: StringOverrides }) => {
    texts.set(language, { ...texts.get(language), ...strings });
    refresh();
  };
  loads.set(language, { form: eventually(form, add), member: eventually(member, add) });
}

/** Where changes are seen. */
const roots = new WeakSet<Node>();
const observer = new MutationObserver(refresh);

speech.textsFor = (speaker) => {
  const { host } = speaker;
  follow(host.getRootNode());
  const { tag, language, direction } = spokenBy(host);
  if ([...speech.speakers][0] === speaker) pageLanguage.tag = tag;
  const load = loads.get(language);
  // What is said after the first form follows by itself.
  void load?.form().then(load.member);
  const spoken = language && texts.get(language);
  return spoken || language === 'en' ? { ...spoken, locale: tag, direction } : undefined;
};
// Of those that were here before.
refresh();

/** The texts for these elements, which are not defined yet; `isMember`: also what only who is logged in reads. */
export async function ready(elements: readonly Element[], isMember: boolean): Promise<void> {
  const wanted = new Set(elements.map((element) => loads.get(spokenBy(element).language)));
  const all = [...wanted].flatMap((load) =>
    load ? [load.form(), ...(isMember ? [load.member()] : [])] : [],
  );
  await Promise.race([Promise.all(all), new Promise((resolve) => setTimeout(resolve, patience))]);
}

function refresh(): void {
  for (const speaker of speech.speakers) speaker.refresh();
}

function follow(root: Node): void {
  if (roots.has(root)) return;
  roots.add(root);
  observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
}

/**
 * `tag` as the page spells it, if it is a tag; `language`: the one of ours that serves it. `direction`: that of the
 * language, unless the page has set one since.
 */
function spokenBy(element: Element): {
  tag: string;
  language?: Language | undefined;
  direction?: 'ltr' | 'rtl' | undefined;
} {
  let hasDirection = false;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const [tag, turned] = ['lang', 'dir'].map((name) => attributeOf.call(at!, name));
    hasDirection ||= !!turned;
    if (tag === null || tag === undefined) continue;
    if (!asTag(tag)) break;
    const language = bestLanguage([tag], languages);
    return {
      tag,
      language,
      direction: hasDirection || !language ? undefined : rightToLeft.includes(language) ? 'rtl' : 'ltr',
    };
  }
  return { tag: '' };
}

function parentOf(element: Element): Element | null {
  const parent = parentElement.call(element) as Element | null;
  if (parent) return parent;
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
}
