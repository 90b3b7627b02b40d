/** What a route's handler gets and gives: parsed on the way in, a domain result on the way out. */
import type { allEndpoints } from '../../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import type { QueryOf, RequestOf, ResponseOf } from '../../../src/contract/operations.ts';
import type { Authenticated } from '../domain/authenticate.ts';
import type { Caller } from '../domain/caller.ts';
import type { Dependencies } from '../domain/ports.ts';
import type { Result } from '../domain/result.ts';

type CredentialOf<N extends EndpointName> = (typeof allEndpoints)[N]['credential'];

export interface Input<N extends EndpointName> {
  deps: Dependencies;
  /** With credential `none` its key thumbprint is empty and no use case that needs one can be reached. */
  caller: Caller;
  body: RequestOf<N>;
  /** Undefined where the contract names no parameters. */
  query: QueryOf<N>;
  parameter(name: string): string;
  /** Present exactly where the contract asks for a token. */
  who: CredentialOf<N> extends 'token' ? Authenticated : undefined;
}

export type Handler<N extends EndpointName> = (input: Input<N>) => Promise<Result<ResponseOf<N>>>;
export type Handlers<N extends EndpointName> = { [K in N]: Handler<K> };
