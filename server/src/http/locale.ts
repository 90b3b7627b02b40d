/** Far above what browsers send. Only so much is read, because the lookup below is not linear in it. */
const longestHeader = 512;

/** The business's language that fits an Accept-Language header best (RFC 4647 section 3.4, lookup). */
export function pickLanguage(header: string | null, languages: readonly string[]): string {
  const fallback = languages[0] ?? 'en';
  const wanted = (header ?? '')
    .slice(0, longestHeader)
    .split(',')
    .map((part) => {
      const [tag = '', q] = part
        .toLowerCase()
        .split(';')
        .map((piece) => piece.trim());
      return { tag, weight: q === undefined ? 1 : Number(q.replace('q=', '')) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { tag, weight } of wanted) {
    for (
      let range = tag;
      weight > 0 && range !== '';
      range = range.slice(0, Math.max(0, range.lastIndexOf('-')))
    ) {
      const found = languages.find((language) => language.toLowerCase() === range);
      if (found) return found;
    }
  }
  return fallback;
}
