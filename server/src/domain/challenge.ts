/**
 * A proof of work: what costs a visitor's browser a second costs whoever sends mail or guesses by the thousand
 * their machines. Its token is stateless; only that it was used is kept, beside the used proofs.
 */
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { Dependencies } from './ports.ts';
import { fail, type Failure } from './result.ts';

/** `<expiry>.<id>.<mac>.<n>`: the token, and the number that was found for it. */
const answerShape = /^((\d{13,15})\.([\w-]{22})\.([\w-]{43}))\.\d{1,16}$/;

export async function demandChallenge(deps: Dependencies, caller: Caller): Promise<Failure> {
  const id = deps.random.id();
  const expiry = String(deps.clock.now() + numbers.challengeLife);
  const token = `${expiry}.${id}.${await macOf(deps, caller, expiry, id)}`;
  return fail('challenge-required', { challenge: { token, bits: numbers.challengeBits } });
}

/** Once true for a solution, for the key and the endpoint that were asked for it. */
export async function hasSolvedChallenge(deps: Dependencies, caller: Caller): Promise<boolean> {
  const [answer = '', , expiry = '', id = '', mac = ''] = answerShape.exec(caller.challenge ?? '') ?? [];
  // What has another shape has expired as well.
  if (Number(expiry) <= deps.clock.now()) return false;
  if (!deps.secrets.equal(mac, await macOf(deps, caller, expiry, id))) return false;
  if (leadingZeroBits(await deps.secrets.digest(answer)) < numbers.challengeBits) return false;
  return deps.storage.proofs.remember('challenge', id, Number(expiry));
}

/** The bits are in it too: a token of an easier time is none. */
const macOf = (deps: Dependencies, caller: Caller, expiry: string, id: string) =>
  deps.secrets.mac(
    'challenge',
    caller.business.id,
    caller.keyThumbprint,
    caller.endpoint,
    String(numbers.challengeBits),
    expiry,
    id,
  );

/** RFC 4648, table 2: each character is six bits. */
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function leadingZeroBits(digest: string): number {
  const whole = digest.search(/[^A]/);
  return whole * 6 + Math.clz32(base64url.indexOf(digest.charAt(whole))) - 26;
}
