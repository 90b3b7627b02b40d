import { UsageError } from './usage-error.ts';

/** An option that may be given once, for parseArgs. */
export const one = { type: 'string' } as const;
/** … and one that may be repeated. */
export const many = { type: 'string', multiple: true } as const;

/** parseArgs throws sentences that are meant for the operator. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
