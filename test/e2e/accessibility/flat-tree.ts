/** The page as it is drawn: through shadow roots and slots. Runs in the page. */

/** Screen → what is wrong there. `''`: the page itself. */
export type Findings = Record<string, string[]>;

export const screens = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-screen]')];

/** The element around it, as it is drawn. */
function parentOf(element: Element): Element | null {
  const { assignedSlot, parentElement, parentNode } = element;
  return assignedSlot ?? parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
}

/** The nearest around it that is so. */
export function within(element: Element, is: (box: Element) => boolean): Element | null {
  let box = parentOf(element);
  while (box && !is(box)) box = parentOf(box);
  return box;
}

export const screenOf = (element: Element): string | undefined => {
  const found = within(element, (one) => one instanceof HTMLElement && 'screen' in one.dataset);
  return (found as HTMLElement | null)?.dataset['screen'];
};

export function note(found: Findings, element: Element, problem: string): void {
  const own = (found[screenOf(element) ?? ''] ??= []);
  if (!own.includes(problem)) own.push(problem);
}

/** In the order in which they are drawn. The label of the previews is not ours to judge. */
export function everyElement(root: Element): Element[] {
  if (root.classList.contains('preview-mark')) return [];
  const children =
    root instanceof HTMLSlotElement && root.assignedElements().length > 0
      ? root.assignedElements()
      : [...(root.shadowRoot ?? root).children];
  return [root, ...children.flatMap(everyElement)];
}

/** What only a screen reader gets is cut to nothing. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const isCut = (one: Element) => getComputedStyle(one).clipPath === 'inset(50%)';
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && !isCut(element) && !within(element, isCut);
}

/** For a person who looks for it. */
export function nameOf(element: Element): string {
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const part = element.getAttribute('part') ?? element.getAttribute('name') ?? element.classList[0];
  return `<${element.localName}${part ? ` ${part}` : ''}>${text.slice(0, 40)}`;
}
