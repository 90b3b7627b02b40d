/** The languages of the portal, and which of some serves a reader best. */

/** BCP 47. English comes first: it stands where no other serves. */
export const languages = [
  'en',
  'ar',
  'de',
  'es',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'sv',
  'tr',
  'zh-Hans',
] as const;

export type Language = (typeof languages)[number];

/**
 * The one among `tags` that serves who asked for one of `wanted` (BCP 47, the dearest first): the same, or what is left
 * of it without its last parts, "de" for "de-AT" (RFC 4647 section 3.4); else one of the same language in the same
 * script: "pt-BR" for "pt", "zh-Hans" for "zh-CN", and not for "zh-TW".
 */
export function bestLanguage<T extends string>(wanted: Iterable<string>, tags: readonly T[]): T | undefined {
  for (const tag of wanted) {
    let range = tag.toLowerCase();
    while (range) {
      const found = tags.find((one) => one.toLowerCase() === range);
      if (found) return found;
      range = range.slice(0, Math.max(0, range.lastIndexOf('-')));
    }
    const written = writing(tag);
    const alike = written && tags.find((one) => writing(one) === written);
    if (alike) return alike;
  }
  return undefined;
}

/** "zh-Hant" for "zh-TW"; undefined for what is no tag. */
function writing(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
