/** Logging in by a link: what came in the page's address, with the key of the browser that asked. */
import type { CredentialElement } from '../credential-element.ts';

/** Once the element has a session. What goes wrong is told where a wrong password would be. */
export async function redeemLink(host: CredentialElement, token: string): Promise<void> {
  if (!host.session.store) {
    await new Promise((resolve) => host.addEventListener('portal-ready', resolve, { once: true }));
  }
  // A form that was sent before this was here comes to its own end first.
  await idle(host);
  const isIn = () => host.session.state.status === 'signed-in';
  await host.run(
    async (store, signal) => {
      const result = await store.verifyLink({ token }, signal);
      // The asking window was faster, or the link was opened twice: whoever is in need not be told of it.
      const isUsed = !result.ok && result.problem.code === 'link-invalid' && isIn();
      return isUsed ? { ok: true, value: 'signed-in' } : result;
    },
    (outcome) => host.onProof(outcome),
    () => void redeemLink(host, token),
  );
}

const idle = (host: CredentialElement): Promise<void> =>
  new Promise((resolve) => {
    // It stays: a page is led to by one link at most.
    host.addController({ hostUpdated: () => void (host.request.isPending || resolve()) });
    host.requestUpdate();
  });
