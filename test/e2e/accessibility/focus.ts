/** Where the Tab key leads. Runs in the page. */
import { everyElement, isSeen, nameOf, screenOf, screens, within } from './flat-tree.ts';

export interface Stop {
  screen: string | undefined;
  /** The same for the same element, however often it is come to. */
  key: number;
  problem: string | undefined;
}

const keys = new WeakMap<Element, number>();
let last = 0;

function keyOf(element: Element): number {
  if (!keys.has(element)) keys.set(element, ++last);
  return keys.get(element)!;
}

/** What has the focus, however deep. */
function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Of a group of radio buttons only one is come to. */
const isOtherRadio = (element: Element): boolean =>
  element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;

/** Everything that the Tab key has to come to, by key, and what to call it; the focus goes before all of it. */
export function prepareKeyboard(): { key: number; screen: string; name: string }[] {
  document.querySelector<HTMLElement>('#before')?.focus();
  return screens().flatMap((screen) =>
    everyElement(screen)
      .filter((one) => one.matches(focusable) && isSeen(one) && !one.matches(':disabled'))
      .filter((one) => (one as HTMLElement).tabIndex >= 0 && !isOtherRadio(one))
      .map((one) => ({ key: keyOf(one), screen: screenOf(one) ?? '', name: nameOf(one) })),
  );
}

const luminance = (color: string): number => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

/** Where the focus is now; null: on nothing of ours. */
export function focusStop(): Stop | null {
  const element = focused();
  const screen = element ? screenOf(element) : undefined;
  if (!element || screen === undefined) return null;
  return { screen, key: keyOf(element), problem: problemOf(element) };
}

const isRing = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean =>
  outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;

/** Its own, that of the tile whose link it is, or of the words beside a button that is not drawn. */
function ringOf(element: Element): CSSStyleDeclaration | undefined {
  const places = [
    element,
    element.nextElementSibling,
    within(element, (one) => isRing(getComputedStyle(one))),
  ];
  return places.flatMap((one) => (one ? getComputedStyle(one) : [])).find(isRing);
}

function problemOf(element: Element): string | undefined {
  // On the button that opens a calendar the browser draws its own.
  if (element.matches('[type=date]') && !element.matches(':focus-visible')) return undefined;
  const ring = ringOf(element);
  const name = nameOf(element);
  if (!ring) return `${name} shows no focus`;
  // On the white page of these previews.
  const ratio = 1.05 / (luminance(ring.outlineColor) + 0.05);
  if (ratio < 3) return `the focus on ${name} has a contrast of ${ratio.toFixed(1)}`;
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = [left + width / 2, top + height / 2] as const;
  let hit = document.elementFromPoint(...at);
  while (hit?.shadowRoot?.elementFromPoint(...at)) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(...at);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  const isThere = hit && (everyElement(element).includes(hit) || everyElement(hit).includes(element));
  return isThere ? undefined : `${name} has the focus and is covered${hit ? ` by ${nameOf(hit)}` : ''}`;
}
