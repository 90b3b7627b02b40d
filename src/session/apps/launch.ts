/** The ticket that takes an account to a child app. What becomes of it is the browser's (elements/app-switcher/post-ticket.ts). */
import { address, learn } from '../../api/after/later.ts';
import { count, record, text } from '../../api/guards.ts';
import type { Result } from '../../api/result.ts';
import { appEndpoints } from '../../contract/app-endpoints.ts';
import type { AppLaunch } from '../../contract/app-operations.ts';
import type { Member } from '../member/member.ts';

export type { AppLaunch, AppTile } from '../../contract/app-operations.ts';

learn(appEndpoints, { launchApp: record<AppLaunch>({ url: address, ticket: text, expiresIn: count }) });

export const askTicket = (member: Member, app: string, signal: AbortSignal): Promise<Result<AppLaunch>> =>
  member.authorized('launchApp', undefined, { target: app, signal });
