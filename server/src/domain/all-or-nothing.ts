import type { Dependencies, Stores } from './ports.ts';
import type { Result } from './result.ts';

/** What rolls a transaction back; no bug, and nobody else's to catch. */
class Refused extends Error {}

/** A transaction of several steps of which a later one may be refused: then none of them was done. */
export async function allOrNothing<T>(
  { storage }: Pick<Dependencies, 'storage'>,
  work: (stores: Stores) => Promise<Result<T>>,
): Promise<Result<T>> {
  let result: Result<T> | undefined;
  try {
    return await storage.transaction(async (stores) => {
      result = await work(stores);
      if (!result.ok) throw new Refused(result.code);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused && result) return result;
    throw error;
  }
}
