/** One click to another account, as long as the proof of this session is fresh enough for that. */
import type { Result } from '../../session/types.ts';
import { isInForeignFrame } from '../foreign-frame.ts';
import type { Member } from '../member-data.ts';

/** `unproved`: the backend finds the proof too old (SECURITY, section 3), or a click is no proof of a wish here (T25). */
export async function switchTo(
  member: () => Promise<Member>,
  account: string,
  signal: AbortSignal,
): Promise<Result<'signed-in' | 'unproved'>> {
  if (isInForeignFrame()) return { ok: true, value: 'unproved' };
  const result = await (await member()).switchAccount({ account }, signal);
  return !result.ok && result.problem.code === 'step-up-required' ? { ok: true, value: 'unproved' } : result;
}
