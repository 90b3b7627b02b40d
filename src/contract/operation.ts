/** What an operation is described by; the descriptions stand in operations.ts and beside it, one file a part of the portal. */
import type { GenericSchema } from 'valibot';
import type { ProblemCode } from './problems.ts';

export interface Operation {
  readonly summary: string;
  /** Parameters behind the `?`, each at most once; none where it is absent. Not part of a proof's `htu` (RFC 9449 section 4.2). */
  readonly query?: GenericSchema<Record<string, unknown>>;
  readonly request: GenericSchema | null;
  /** Each of `items` is checked by this, alone; `request` says the same of the whole, for the document. */
  readonly rows?: GenericSchema<unknown, Record<string, unknown>>;
  /** Largest body, bytes, where it is not that of all others. */
  readonly bodyLimit?: number;
  /** `null`: no body. */
  readonly response: GenericSchema | null;
  readonly status: 200 | 202 | 204;
  /** Beside those that every endpoint of its credential can answer with. */
  readonly problems: readonly ProblemCode[];
}
