/** A flow: one code on its way to one mailbox, for one browser. Sign-up, log-in by code, step-up and change of email share it. */
import type { FlowStarted } from '../../../src/contract/operations.ts';
import { countWrongCode, isAlarmed } from './alarm.ts';
import type { Caller } from './caller.ts';
import { demandChallenge, hasSolvedChallenge } from './challenge.ts';
import { countGuess } from './code-attempts.ts';
import { codeLengthOf, newCode, tidyCode } from './codes.ts';
import { isKnownDevice } from './devices.ts';
import { flowMail } from './flow-mail.ts';
import { forgiveDevice } from './forgive.ts';
import { linkBeside } from './link.ts';
import { inMinutes, inSeconds, numbers } from './numbers.ts';
import { queueMail } from './outbox.ts';
import type { Dependencies, FlowKey, FlowRecord, SessionRecord, Stores } from './ports.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { fail, type Failure, type Result, succeed } from './result.ts';
import type { Send } from './sends.ts';

export const codeMacOf = (deps: Dependencies, flowId: string, code: string) =>
  deps.secrets.mac('code', flowId, code);

/**
 * Opens a flow and queues its mail, in one transaction. `isKnown`: the mailbox has an account.
 * `returnTo`: where a link beside the code shall lead; undefined for none.
 */
export async function openFlow(
  deps: Dependencies,
  caller: Caller,
  { email, codeFormat }: Send,
  start: Pick<FlowRecord, 'kind' | 'accountId' | 'pending'>,
  isKnown: boolean,
  returnTo?: string,
): Promise<FlowStarted> {
  const now = deps.clock.now();
  const id = deps.random.id();
  const tag = newTag(deps, await deps.storage.flows.tagsOf(caller.business.id, email));
  const code = newCode(deps.random, codeFormat);
  const life = numbers.codeLife[start.kind];
  const mail = flowMail(caller.business, { ...start, email, locale: caller.locale }, isKnown);
  const link = await linkBeside(deps, caller.business, code, returnTo);
  const flow: FlowRecord = {
    ...start,
    id,
    email,
    codeFormat,
    businessId: caller.business.id,
    keyThumbprint: caller.keyThumbprint,
    tag,
    locale: caller.locale,
    // A flow that no mail can answer holds the MAC of a secret that nobody was told: guessing digits never opens it.
    codeMac: await codeMacOf(deps, id, mail.isAnswerable ? code : deps.random.token()),
    attempts: 0,
    sends: 1,
    sentAt: now,
    expiresAt: now + life,
    consumedAt: null,
    link: link?.record ?? null,
  };
  const written = mail.write({ code, tag, minutes: inMinutes(life), link: link?.mailed });
  await deps.storage.transaction(async (stores) => {
    await stores.flows.insert(flow);
    await queueMail(deps, stores, caller.business.id, written, flow.expiresAt);
  });
  deps.notifyOutbox();
  return describeFlow(flow);
}

/**
 * Two characters that no other mail of late to this mailbox shows, so that whoever reads it can tell the windows apart.
 * Few mails go to one mailbox; where many did, two windows may look alike, and each takes its own code only.
 */
function newTag({ random }: Pick<Dependencies, 'random'>, taken: readonly string[]): string {
  let tag = random.letters(2);
  for (let tries = 0; taken.includes(tag) && tries < 100; tries += 1) tag = random.letters(2);
  return tag;
}

/** The same for every flow of a kind: nothing here depends on whether the mailbox is known. */
export const describeFlow = (flow: FlowRecord): FlowStarted => ({
  flow: flow.id,
  tag: flow.tag,
  codeFormat: flow.codeFormat,
  codeLength: codeLengthOf(flow.codeFormat),
  expiresIn: inSeconds(numbers.codeLife[flow.kind]),
  resendIn: inSeconds(numbers.resendCoolDown),
});

/**
 * Compares a typed code with the flow's. The attempt is counted first, for the mailbox and for the flow, each in
 * a statement of its own: requests in parallel cannot get more comparisons than the limits (SECURITY T5, T6).
 * Does not consume the flow.
 */
export async function matchCode(
  deps: Dependencies,
  caller: Caller,
  wanted: Omit<FlowKey, 'businessId' | 'keyThumbprint'>,
  typed: string,
): Promise<Result<FlowRecord>> {
  const { flows } = deps.storage;
  const { business, keyThumbprint } = caller;
  const key: FlowKey = { ...wanted, businessId: business.id, keyThumbprint };
  const now = deps.clock.now();
  const open = await flows.find(key);
  const closed = whyClosed(open, now);
  if (!open || closed) return closed ?? fail('flow-invalid');
  const isKnown = await isKnownDevice(deps, caller, open.email);
  if (!isKnown && (await isAlarmed(deps, caller)) && !(await hasSolvedChallenge(deps, caller))) {
    return demandChallenge(deps, caller);
  }

  const guess = await countGuess(deps, caller, open, isKnown);
  if (!guess) return fail('attempts-exhausted');
  const flow = await flows.countAttempt(key, now, numbers.attemptsPerFlow);
  // Of another kind since it was read: then the guess was not counted as it must be.
  if (!flow || flow.codeFormat !== open.codeFormat) {
    await guess.giveBack();
    return whyClosed(flow ?? (await flows.find(key)), now) ?? fail('flow-invalid');
  }
  const codeMac = await codeMacOf(deps, flow.id, tidyCode(typed));
  if (deps.secrets.equal(codeMac, flow.codeMac)) {
    await guess.giveBack();
    return succeed(flow);
  }
  await countWrongCode(deps, caller);
  return fail('code-invalid', {
    attemptsLeft: Math.min(guess.left, numbers.attemptsPerFlow - flow.attempts),
  });
}

/**
 * Closes the flow whose code was matched: false for all but one. The mailbox is proved then, and with it the
 * device. Every use case that ends a flow goes through here. `except`: the session that the code was asked for in.
 */
export async function consumeFlow(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  flow: FlowRecord,
  except?: Pick<SessionRecord, 'id' | 'keyThumbprint'>,
): Promise<boolean> {
  const now = deps.clock.now();
  if (!(await stores.flows.consume(flow.id, flow.codeMac, now))) return false;
  await proveMailbox(deps, stores, flow, except);
  await forgiveDevice(deps, stores, caller, flow.email);
  return true;
}

/** Why a flow takes no code; undefined where it does. One of another browser's key is as unknown as one that never was. */
export function whyClosed(flow: FlowRecord | undefined, now: number): Failure | undefined {
  if (!flow || flow.consumedAt !== null) return fail('flow-invalid');
  if (flow.attempts >= numbers.attemptsPerFlow) return fail('attempts-exhausted');
  return flow.expiresAt <= now ? fail('code-expired') : undefined;
}
