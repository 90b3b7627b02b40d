/** Templates under a policy that wants them trusted. Lit, as it is built into the script, asks here (code-as-guest.config.ts). */
import { create } from './page.ts';

interface Policy {
  createHTML(html: string): string;
}

/** @public Undefined where there are no trusted types, or where this name is not on the policy's list. */
export const policy = makePolicy();

/** False where neither we nor a plain string may write HTML. */
export const canRender = probe();

function makePolicy(): Policy | undefined {
  try {
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: Policy): Policy };
    };
    return trustedTypes.createPolicy('portal-elements', { createHTML: (html) => html });
  } catch {
    return undefined;
  }
}

function probe(): boolean {
  try {
    // eslint-disable-next-line no-restricted-syntax -- An empty one, to see whether it is refused.
    if (!policy) create('p').innerHTML = '';
    return true;
  } catch {
    return false;
  }
}
