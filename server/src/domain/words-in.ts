/** The best of some languages for a BCP 47 tag: itself, then its base ("de" for "de-AT"). */
export function wordsIn<W>(languages: Readonly<Record<string, W>>, locale: string): W | undefined {
  const tag = locale.toLowerCase();
  const base = tag.split('-', 1)[0] ?? tag;
  // Object.hasOwn: the tag comes from a request, and "constructor" is a tag by its grammar.
  const found = [tag, base].find((candidate) => Object.hasOwn(languages, candidate));
  return found === undefined ? undefined : languages[found];
}
