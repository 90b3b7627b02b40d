/**
 * One mailbox, one spelling. Everything that finds, limits or mails an account uses the canonical
 * form; two spellings that a mail server treats alike but we do not would let one person act on
 * another's account (SECURITY T15).
 */
import { limits } from '../../../src/contract/limits.ts';

/**
 * The dot-atom of RFC 5322 section 3.2.3, ASCII only. Quoted local parts, comments and domain
 * literals are legal there and refused here: no mailbox of a visitor has one, and mail parsers
 * disagree about them.
 */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const longestLocalPart = 64;

/** What may reach the URL parser as a host: anything that has a meaning in a URL may not. */
const domainCandidate = /^[a-z0-9.\-\u0080-\u{10ffff}]+$/iu;
const asciiDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** The canonical address, or undefined when what was typed is not one. */
export function canonicalEmail(typed: string): string | undefined {
  const [local, domain, ...more] = typed.trim().split('@');
  if (local === undefined || domain === undefined || more.length > 0) return undefined;
  // Not toLowerCase on the whole: U+212A (Kelvin) would become an ASCII k.
  const lowered = local.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (lowered.length > longestLocalPart || !localPart.test(lowered)) return undefined;
  const host = toAsciiDomain(domain);
  if (host === undefined) return undefined;
  const email = `${lowered}@${host}`;
  return email.length <= limits.email ? email : undefined;
}

/** UTS 46 by the URL parser (WHATWG URL, section 3.3): the same table in Node and in every browser. */
function toAsciiDomain(domain: string): string | undefined {
  if (!domainCandidate.test(domain) || !URL.canParse(`http://${domain}/`)) return undefined;
  const { hostname } = new URL(`http://${domain}/`);
  return asciiDomain.test(hostname) ? hostname : undefined;
}
