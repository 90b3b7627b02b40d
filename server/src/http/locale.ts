import { bestLanguage } from '../../../src/contract/languages.ts';

/** Far above what browsers send. Only so much is read, because the look-up is not linear in it. */
const longestHeader = 512;
const mostRanges = 20;

/** The business's language that fits an Accept-Language header best (RFC 9110 section 12.5.4). */
export function pickLanguage(header: string | null, languages: readonly string[]): string {
  const wanted = (header ?? '')
    .slice(0, longestHeader)
    .split(',', mostRanges)
    .map((part) => {
      const [tag = '', q] = part.split(';').map((piece) => piece.trim());
      return { tag, weight: q === undefined ? 1 : Number(q.replace('q=', '')) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (
    bestLanguage(
      wanted.map(({ tag }) => tag),
      languages,
    ) ??
    languages[0] ??
    'en'
  );
}
