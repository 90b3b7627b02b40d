import type { define } from './define.ts';

/**
 * `data-portal-open="login"` on anything that can be clicked opens that element in a dialog. On a link it leads where it
 * always led as long as the script is not there, in another tab, or when the dialog cannot be fetched.
 */
const isTrigger = (node: unknown): node is Element =>
  node instanceof Element && node.hasAttribute('data-portal-open');

export function openOnClick(defineElements: typeof define): void {
  addEventListener('click', (event) => {
    const trigger = event.composedPath().find(isTrigger);
    const { defaultPrevented, button, ctrlKey, metaKey, shiftKey } = event;
    if (!trigger || defaultPrevented || button || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    import('./open-dialog.ts').then(
      ({ openDialog }) => openDialog(trigger, defineElements),
      () => trigger instanceof HTMLAnchorElement && location.assign(trigger.href),
    );
  });
}
