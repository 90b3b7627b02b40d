import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The part of the pixels that differs at all, from 0 to 1; 1 where the pictures are not of one size. */
export function difference(a: Buffer, b: Buffer): number {
  if (a.equals(b)) return 0;
  if (!b.length) return 1;
  const [one, other] = [PNG.sync.read(a), PNG.sync.read(b)];
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return 1;
  const options = { threshold: 0, includeAA: true };
  return pixelmatch(one.data, other.data, undefined, width, height, options) / (width * height);
}
