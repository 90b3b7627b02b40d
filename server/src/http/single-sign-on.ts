/** What the OpenID provider of each business is to the rest: handed to `createApp` from outside, because only Node can be one. */
import type { Business } from '../domain/business.ts';
import type { AppRecord } from '../domain/ports.ts';

export interface SingleSignOn {
  /** `body`: of a post, read already and of a sensible length. */
  answer(business: Business, request: Request, body: string | undefined): Promise<SignOnAnswer>;
  /** A Set-Cookie that takes the browser's session at the provider away: who launches an app starts anew. */
  forget(business: Business): string;
  /** A Set-Cookie that tells the provider, once, who has launched this app. */
  remember(business: Business, appId: string, cookie: string): string;
}

export type SignOnAnswer =
  | { kind: 'response'; response: Response }
  /** The app asks who is there, and nobody is known: a page lets them log in, and posts a ticket to its own address. */
  | { kind: 'log-in'; app: AppRecord; isFresh: boolean; isRefused: boolean }
  /** … but which app asks is not known any more: a page says where to log in. */
  | { kind: 'log-in-first' }
  /** What the app asked for is not right, and there is no address of the app that could be told. */
  | { kind: 'refused' }
  /** The app asks to log out: a page asks the person. `proof` goes along with their yes; `next` is where that leads. */
  | { kind: 'log-out'; action: string; proof: string; next: string | undefined }
  | { kind: 'logged-out' };
