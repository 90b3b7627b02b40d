/** SQLSTATEs of a transaction that lost to another one and may simply run again; SQLite reports none of them. */
const transientStates = new Set(['40001' /* serialization failure */, '40P01' /* deadlock */]);

export function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && transientStates.has(String(error.code));
}
