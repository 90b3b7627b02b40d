import type { FlowStarted } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { codeMacOf, describeFlow, whyClosed } from './flow.ts';
import { newCode } from './codes.ts';
import { flowMail } from './flow-mail.ts';
import { linkBeside } from './link.ts';
import { inMinutes, inSeconds, numbers } from './numbers.ts';
import { queueMail } from './outbox.ts';
import type { Dependencies, FlowRecord } from './ports.ts';
import { fail, type Failure, type Result, succeed } from './result.ts';
import { takeSend } from './sends.ts';

/**
 * A new code for an open flow, also for one whose code has just expired: asking again is what its
 * visitor will do. The count of wrong attempts stays (NIST SP 800-63B-4, 3.1.3.2), and only the
 * newest code is good.
 */
export async function resendCode(
  deps: Dependencies,
  caller: Caller,
  { flow: id }: { flow: string },
): Promise<Result<FlowStarted>> {
  const { business, keyThumbprint } = caller;
  const now = deps.clock.now();
  const key = { id, businessId: business.id, keyThumbprint };
  const before = await deps.storage.flows.find(key);
  const closed = whyNotResent(before, now);
  if (!before || closed) return closed ?? fail('flow-invalid');
  if (before.kind === 'sign-up' && !business.settings.signUpOpen) return fail('sign-up-closed');
  const send = await takeSend(deps, caller, before.email);
  if (!send.ok) return send;
  const { codeFormat } = send.value;

  const accounts = await deps.storage.accounts.byEmail(business.id, before.email);
  const mail = flowMail(business, before, accounts.length > 0);
  const code = newCode(deps.random, codeFormat);
  const life = numbers.codeLife[before.kind];
  const codeMac = await codeMacOf(deps, id, mail.isAnswerable ? code : deps.random.token());
  const link = await linkBeside(deps, business, code, before.link?.returnTo);
  const written = mail.write({ code, tag: before.tag, minutes: inMinutes(life), link: link?.mailed });

  const renewed = await deps.storage.transaction(async (stores) => {
    const flow = await stores.flows.renewCode(
      key,
      { codeMac, codeFormat, sentAt: now, expiresAt: now + life, link: link?.record ?? null },
      now - numbers.resendCoolDown,
      numbers.sendsPerFlow,
      numbers.attemptsPerFlow,
    );
    if (flow) await queueMail(deps, stores, business.id, written, flow.expiresAt);
    return flow;
  });
  if (!renewed) {
    await send.value.giveBack();
    return whyNotResent(await deps.storage.flows.find(key), now) ?? fail('flow-invalid');
  }
  deps.notifyOutbox();
  return succeed(describeFlow(renewed));
}

/** Undefined where nothing of the flow itself speaks against it. */
function whyNotResent(flow: FlowRecord | undefined, now: number): Failure | undefined {
  if (!flow) return fail('flow-invalid');
  // A code that has only run out is what a new one is for.
  const closed = whyClosed(flow, now);
  if (closed && closed.code !== 'code-expired') return closed;
  if (flow.sends >= numbers.sendsPerFlow) return fail('resend-exhausted');
  const wait = inSeconds(flow.sentAt + numbers.resendCoolDown - now);
  return wait > 0 ? fail('resend-too-soon', { retryAfter: wait }) : undefined;
}
