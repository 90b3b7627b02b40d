/**
 * Links that log in. One is mailed beside a code and works for the browser that asked; another the
 * business makes for an account and sends in its own ways. Why they lead over a page of this server:
 * docs/decisions/0006-the-way-of-a-link.md.
 */
import { type Business, isReturnUrl, offersLinks } from './business.ts';
import type { AccountLinkRecord, Dependencies, FlowLink, FlowRecord } from './ports.ts';

/** Opens what a link's token sealed. */
const codePurpose = 'link-code';

/** The page of this server that a link opens; only the configured address is ever written (SECURITY T11). */
export const linkUrl = ({ publicUrl }: Dependencies, { slug }: Business, token: string): string =>
  `${publicUrl}/${slug}/link?token=${token}`;

/** A new link for the newest code of a flow, or undefined where no link goes along. */
export async function linkBeside(
  deps: Dependencies,
  business: Business,
  code: string,
  returnTo: string | undefined,
): Promise<{ record: FlowLink; mailed: { url: string; returnTo: string } } | undefined> {
  if (returnTo === undefined || !leadsThere(business, returnTo)) return undefined;
  const token = deps.random.token();
  const record = {
    digest: await deps.secrets.digest(token),
    returnTo,
    sealedCode: await deps.secrets.seal(codePurpose, code, token),
  };
  return { record, mailed: { url: linkUrl(deps, business, token), returnTo } };
}

/** Both may have been taken back since the link was sent: then it is dead. */
const leadsThere = (business: Business, returnTo: string): boolean =>
  offersLinks(business) && isReturnUrl(business, returnTo);

/** What a token opens, as long as it does. Nothing is consumed by asking. */
export type LivingLink =
  { kind: 'flow'; flow: FlowRecord; link: FlowLink } | { kind: 'account'; link: AccountLinkRecord };

export async function findLink(
  deps: Dependencies,
  business: Business,
  token: string,
): Promise<LivingLink | undefined> {
  const { flows, accountLinks } = deps.storage;
  const now = deps.clock.now();
  const digest = await deps.secrets.digest(token);
  const flow = await flows.byLink(business.id, digest);
  // Wrong codes do not close a link: nobody guesses 256 bits.
  const found: LivingLink | undefined = flow?.link
    ? flow.consumedAt === null && flow.expiresAt > now
      ? { kind: 'flow', flow, link: flow.link }
      : undefined
    : await findAccountLink();
  return found && leadsThere(business, found.link.returnTo) ? found : undefined;

  async function findAccountLink(): Promise<LivingLink | undefined> {
    const link = await accountLinks.find(business.id, digest, now);
    return link && { kind: 'account', link };
  }
}

/** What the page of a link shows: where it leads and, for one that was mailed, whose request it answers. */
export interface LinkView {
  returnTo: string;
  /** Absent: the business's first language. */
  locale?: string;
  request?: { tag: string; code: string };
}

export async function viewLink(
  deps: Dependencies,
  business: Business,
  token: string,
): Promise<LinkView | undefined> {
  const found = await findLink(deps, business, token);
  if (!found) return undefined;
  const { returnTo } = found.link;
  if (found.kind === 'account') return { returnTo };
  const { tag, locale } = found.flow;
  const code = await deps.secrets.open(codePurpose, found.link.sealedCode, token);
  return { returnTo, locale, ...(code !== undefined && { request: { tag, code } }) };
}
