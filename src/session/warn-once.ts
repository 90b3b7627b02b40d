/** What the site's owner can fix goes to the console, once a page however many elements notice it. */

const said = new Set<string>();

export function warnOnce(advice: string): void {
  if (said.has(advice)) return;
  said.add(advice);
  console.warn(`Portal Elements: ${advice}`);
}

export const noBackend =
  'no backend. Add data-backend="https://…" to the script tag, or put this inside <portal-provider backend="https://…">.';

export const twice = 'this script is on the page twice. Keep the newer.';
