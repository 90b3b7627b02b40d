/**
 * Tells the operator which sites were refused. The page itself cannot read why: that is what refusing an
 * origin means, so a forgotten setting would show nowhere.
 */
import type { Business } from '../domain/business.ts';
import type { Clock } from '../domain/ports.ts';

/** A type, not an interface: only a type fits into a log's wider entries. */
export type OriginLogEntry = {
  level: 'warn';
  event: 'origin-refused';
  business: string;
  origin: string;
  advice: string;
};

const hour = 60 * 60_000;
/** So many an hour are told: anybody can send any Origin, and must fill neither memory nor disk with them. */
const mostAnHour = 1_000;
const longestOrigin = 200;

export function createRefusedOrigins(clock: Clock, log: (entry: OriginLogEntry) => void) {
  /** Business and origin → when it was told; the oldest first. */
  const told = new Map<string, number>();

  return ({ slug }: Business, refused: string): void => {
    const now = clock.now();
    for (const [name, at] of told) {
      if (at > now - hour) break;
      told.delete(name);
    }
    const origin = refused.slice(0, longestOrigin);
    const name = `${slug} ${origin}`;
    if (told.has(name) || told.size >= mostAnHour) return;
    told.set(name, now);
    const advice =
      origin === 'null'
        ? 'a sandboxed frame or a page opened from a file: nobody can allow those'
        : `if it is a site of this business, add it with: portal business put ${slug} --origin …, beside those that it has`;
    log({ level: 'warn', event: 'origin-refused', business: slug, origin, advice });
  };
}
