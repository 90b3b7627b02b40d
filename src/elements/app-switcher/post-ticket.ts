/**
 * Takes the whole page to a child app. The ticket goes in a form: it is in no address, so in no history, log or
 * Referer, and a page that may not be led there by script can be led there by a form.
 */
import { create } from '../../internal/page.ts';
import { failure, type Result } from '../../session/types.ts';
import type { AppLaunch } from '../../session/apps/launch.ts';
import { warnOnce } from '../../session/warn-once.ts';

/** So long a browser may take to leave the page; then the visitor can try again. */
const patienceMs = 15_000;

/** Calls `leave` when the page is left. Resolves once it is known that it stays: what kept it, or that nobody knows. */
export async function postTicket(
  root: ParentNode,
  { url, ticket }: AppLaunch,
  signal: AbortSignal,
  leave: () => void,
): Promise<Result<'stayed'>> {
  const form = create('form') as HTMLFormElement;
  const field = create('input') as HTMLInputElement;
  for (const [name, value] of Object.entries({ method: 'post', action: url, target: '_top' }))
    form.setAttribute(name, value);
  form.hidden = true;
  field.type = 'hidden';
  field.name = 'ticket';
  field.value = ticket;
  form.append(field);
  // In the element's own tree: the page's scripts and recorders do not see it there.
  root.append(form);
  const outcome = staying(signal, leave);
  // By the prototype's method, as everything of the page that others may have replaced.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
  return outcome;
}

/** Listens from before the form is sent: Chromium also holds the redirects behind it against the page's policy. */
function staying(signal: AbortSignal, leave: () => void): Promise<Result<'stayed'>> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const done = (result: Result<'stayed'>) => {
      end.abort();
      clearTimeout(timer);
      resolve(result);
    };
    const timer = setTimeout(() => done({ ok: true, value: 'stayed' }), patienceMs);
    const options = { signal: end.signal };
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, disposition }) => {
        if (effectiveDirective !== 'form-action' || disposition === 'report') return;
        warnOnce(
          `this page's Content-Security-Policy keeps its visitors from their apps. Add ${blockedURI} to its form-action.`,
        );
        done(failure('form-blocked'));
      },
      options,
    );
    // Back again, out of the browser's memory.
    addEventListener('pageshow', (event) => event.persisted && done({ ok: true, value: 'stayed' }), options);
    addEventListener('pagehide', leave, options);
    signal.addEventListener('abort', () => done(failure('aborted')), options);
  });
}
