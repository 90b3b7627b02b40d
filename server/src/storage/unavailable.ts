/**
 * Which errors of the drivers say that the database cannot be asked just now: busy, away or full. Nothing
 * is wrong with the request then, and the same one may succeed in a moment; everything else is a bug.
 */
import type { Unavailability } from '../domain/ports.ts';
import { isTransient } from './dialects/transient.ts';

/** Primary result codes of SQLite, the low byte of the extended ones. A full disk shows as an I/O error, too. */
const sqlite: Readonly<Record<number, Unavailability>> = {
  5: 'busy', // SQLITE_BUSY
  6: 'busy', // SQLITE_LOCKED
  8: 'unreachable', // SQLITE_READONLY: the disk was mounted anew
  10: 'full', // SQLITE_IOERR
  13: 'full', // SQLITE_FULL
  14: 'unreachable', // SQLITE_CANTOPEN
};

/** SQLSTATEs of PostgreSQL, by their beginning (its manual, appendix A). */
const sqlStates: readonly (readonly [string, Unavailability])[] = [
  ['08', 'unreachable'], // connection exceptions
  ['57P', 'unreachable'], // shutting down, crashed, starting up
  ['25P03', 'unreachable'], // the transaction idled for too long
  ['53100', 'full'],
  ['53', 'busy'], // too many connections, out of memory
  ['55P03', 'busy'], // a lock was not to be had in time
  ['57014', 'busy'], // a statement took too long
];

const networkCodes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|ENOTFOUND|EAI_AGAIN)$/;

/** The driver of PostgreSQL has no codes for these. */
const connectionMessages =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout (exceeded when trying to connect|expired)|Query read timeout)/;

export function whyUnavailable(error: unknown): Unavailability | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errcode, resultCode } = error as Error & Record<string, unknown>;
  const ofSqlite = errcode ?? resultCode;
  if (typeof ofSqlite === 'number') return sqlite[ofSqlite & 0xff];
  if (typeof code === 'string') {
    if (networkCodes.test(code)) return 'unreachable';
    const known = sqlStates.find(([start]) => code.startsWith(start));
    if (known) return known[1];
  }
  if (isTransient(error)) return 'busy';
  return connectionMessages.test(error.message) ? 'unreachable' : undefined;
}
