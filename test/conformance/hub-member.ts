/** Somebody with an account of their own, and what the business puts there for them. */
import { hubAdminName } from '../../src/contract/hub-admin.ts';
import type { HubKind, HubRowOf } from '../../src/contract/hub-rows.ts';
import { check, checkEqual } from './check.ts';
import { newEmail } from './journey-cases.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

export type KeyTarget = Target & Required<Pick<Target, 'apiKey'>>;

const hasKey = (target: Target): target is KeyTarget => target.apiKey !== undefined;

/** A case that the business's own systems have a part in. */
export const keyCase = (title: string, run: (target: KeyTarget) => Promise<void>): Case => ({
  title,
  async run(target) {
    if (hasKey(target)) await run(target);
  },
});

let made = 0;
/** Of what a case puts there: other cases run beside it on the same business. In the order of the alphabet. */
export const ownName = (): string => `case-${Date.now()}-${String((made += 1)).padStart(5, '0')}`;

export interface HubMember {
  visitor: Visitor;
  email: string;
  account: string;
  accessToken: string;
}

export async function hubMember(target: Target, email = newEmail()): Promise<HubMember> {
  const visitor = await Visitor.arrive(target);
  const grant = await visitor.signUp(email, 'correct horse battery');
  return { visitor, email, account: grant.session.account.id, accessToken: grant.access_token };
}

/** Rows that must all be taken. */
export async function put<K extends HubKind>(
  { visitor }: Pick<HubMember, 'visitor'>,
  kind: K,
  ...items: HubRowOf<K>[]
): Promise<void> {
  const { results } = await visitor.succeed(hubAdminName<'put', HubKind>('put', kind), { items });
  checkEqual(results.length, items.length, `results of put ${kind}`);
  const refused = results.find(({ outcome }) => outcome === 'refused');
  check(!refused, `put ${kind} refuses a row: ${refused?.problem?.code}`);
}
