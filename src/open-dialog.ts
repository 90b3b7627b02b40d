/** What a trigger opens: one dialog for each element and region of the page, kept with what was typed into it. */
import type { define } from './define.ts';
import type { PortalDialog } from './elements/dialog/portal-dialog.ts';
import { create, query } from './internal/page.ts';
import { warnOnce } from './session/warn-once.ts';

/** Not made for a column of 25 em. */
const wide = ['portal-hub', 'portal-courses', 'portal-activity', 'portal-communities', 'portal-affiliate'];

const made = new WeakMap<Element, Map<string, PortalDialog>>();

/** `trigger`: an element with `data-portal-open`, which names an element without its `portal-`. */
export async function openDialog(trigger: Element, defineElements: typeof define): Promise<void> {
  const name = trigger.getAttribute('data-portal-open');
  const tag = `portal-${name}`;
  await defineElements(new Set(['portal-dialog', tag]));
  if (!customElements.get(tag)) {
    warnOnce(`data-portal-open="${name}" names no element. Write "login" for <portal-login>, and so on.`);
    return;
  }
  // Where the trigger finds its backend, its content has to find it, too.
  const region = trigger.closest('portal-provider') ?? query('body')[0];
  if (!region) return;
  const dialogs = made.get(region) ?? new Map<string, PortalDialog>();
  made.set(region, dialogs);
  let dialog = dialogs.get(tag);
  if (!dialog) {
    dialog = create('portal-dialog') as PortalDialog;
    dialog.isWide = wide.includes(tag);
    dialog.append(create(tag));
    dialogs.set(tag, dialog);
  }
  dialog.label = trigger.getAttribute('aria-label') ?? trigger.textContent.trim();
  // A framework may have thrown away what it does not know.
  if (dialog.parentNode !== region) region.append(dialog);
  await dialog.open();
}
