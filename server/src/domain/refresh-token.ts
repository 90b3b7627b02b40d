/**
 * The refresh token's form: `session.generation.secret.mac`. The MAC lets the server tell a token
 * that it once issued from an invented one without keeping every old token: only a real old token
 * is evidence of theft, and a stranger who knows a session's id cannot end it.
 */
import type { Dependencies, Secrets } from './ports.ts';

export interface RefreshToken {
  sessionId: string;
  generation: number;
}

const purpose = 'refresh-token';

export async function issueRefreshToken(
  { random, secrets }: Pick<Dependencies, 'random' | 'secrets'>,
  { sessionId, generation }: RefreshToken,
): Promise<string> {
  const secret = random.token();
  const mac = await secrets.mac(purpose, sessionId, String(generation), secret);
  return [sessionId, generation, secret, mac].join('.');
}

/** What a token says of itself, or undefined when this server never issued it. */
export async function readRefreshToken(secrets: Secrets, token: string): Promise<RefreshToken | undefined> {
  const [sessionId = '', generation = '', secret = '', mac = '', ...more] = token.split('.');
  if (more.length > 0 || !/^\d{1,9}$/.test(generation)) return undefined;
  const expected = await secrets.mac(purpose, sessionId, generation, secret);
  return secrets.equal(expected, mac) ? { sessionId, generation: Number(generation) } : undefined;
}
