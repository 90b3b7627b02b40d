/** What the suite looks at from within the page. Bundled for it by preview-sheet.ts. */
import axe from 'axe-core';
import { everyElement, type Findings, isSeen, nameOf, note, screens, screenOf, within } from './flat-tree.ts';

export { textProblems } from './text.ts';
export { focusStop, prepareKeyboard } from './focus.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

export async function axeProblems(): Promise<Findings> {
  const found: Findings = {};
  // Two screens of one page may well have a form of the same name; one screen may not.
  const rules = { 'landmark-unique': { enabled: screens().length === 1 } };
  const options = { runOnly: tags, rules, resultTypes: ['violations' as const], elementRef: true };
  const { violations } = await axe.run({ include: ['[data-screen]'] }, options);
  for (const { id, help, nodes } of violations)
    for (const { element } of nodes)
      note(found, element ?? document.body, `${id}: ${help}: ${element ? nameOf(element) : 'the page'}`);
  return found;
}

const control = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** What is to be pressed or filled in, and can be seen. */
const controls = (screen: Element): Element[] =>
  everyElement(screen).filter((one) => one.matches(control) && isSeen(one));

/** With the labels that pass a press on. */
function targetOf(element: Element): DOMRect {
  const boxes = [element, ...((element as HTMLInputElement).labels ?? [])].map((one) =>
    one.getBoundingClientRect(),
  );
  const isTick = element.matches('[type=checkbox], [type=radio]');
  const [left, top, right, bottom] = [
    Math.min(...boxes.map((box) => box.left)),
    Math.min(...boxes.map((box) => box.top)),
    Math.max(...boxes.map((box) => box.right)),
    Math.max(...boxes.map((box) => box.bottom)),
  ];
  return isTick ? new DOMRect(left, top, right - left, bottom - top) : boxes[0]!;
}

/** WCAG 2.5.8 leaves out what the line height of a sentence decides. */
function isInSentence(element: Element): boolean {
  if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false;
  const own = element.textContent?.trim() ?? '';
  return (element.parentElement?.textContent?.trim() ?? '') !== own;
}

export function targetProblems(): Findings {
  const found: Findings = {};
  for (const screen of screens())
    for (const one of controls(screen)) {
      if (isInSentence(one)) continue;
      const { width, height } = targetOf(one);
      const least = one.matches('button, input:not([type=checkbox], [type=radio]), select, textarea, summary')
        ? 44
        : 24;
      // A rounded pixel is no smaller target.
      if (height < least - 0.1 || width < 24 - 0.1)
        note(found, one, `${nameOf(one)} is ${Math.round(width)} × ${Math.round(height)}`);
    }
  return found;
}

/** What reaches over the edge of the page and is not in a box that scrolls by itself. */
export function reflowProblems(): Findings {
  const found: Findings = {};
  const wide = document.documentElement.clientWidth;
  for (const screen of screens())
    for (const one of everyElement(screen)) {
      if (
        !isSeen(one) ||
        within(one, (box) => /auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX))
      )
        continue;
      const { left, right } = one.getBoundingClientRect();
      if (right > wide + 1 || left < -1)
        note(
          found,
          one,
          `${nameOf(one)} reaches from ${Math.round(left)} to ${Math.round(right)} of ${wide}`,
        );
    }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > wide) note(found, document.body, `the page scrolls sideways: ${scrollWidth} of ${wide}`);
  return found;
}

/** Whether a line is drawn at its lower edge. */
function hasLine(element: Element, pseudo?: string): boolean {
  const { borderBlockEndStyle, borderBlockEndWidth, borderBlockEndColor } = getComputedStyle(element, pseudo);
  const isDrawn = borderBlockEndStyle !== 'none' && parseFloat(borderBlockEndWidth) >= 1;
  return isDrawn && !/^rgba\(.*, 0\)$/.test(borderBlockEndColor);
}

/** A line around it, or under it, an icon in it, the arrow of what is opened and shut, or what the browser draws. */
function isMarked(element: Element): boolean {
  const { textDecorationLine, appearance } = getComputedStyle(element);
  const isTick = element.matches('[type=checkbox], [type=radio]');
  return (
    (isTick && appearance !== 'none') ||
    textDecorationLine.includes('underline') ||
    hasLine(element, '::after') ||
    everyElement(element).some((one) => one.localName === 'svg' || hasLine(one))
  );
}

/** A link has a colour of its own there, which the visitor chose. */
export function contrastProblems(): Findings {
  const found: Findings = {};
  for (const screen of screens())
    for (const one of controls(screen))
      if (!one.matches('a') && !isMarked(one)) note(found, one, `${nameOf(one)} has no boundary`);
  return found;
}

/** Milliseconds that nobody sees. */
const instant = 10;

export function motionProblems(): Findings {
  const found: Findings = {};
  const duration = (list: string) => Math.max(...list.split(',').map((one) => parseFloat(one) * 1000));
  for (const screen of screens())
    for (const one of everyElement(screen))
      for (const pseudo of [null, '::before', '::after']) {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(one, pseudo);
        if (duration(transitionDuration) > instant) note(found, one, `${nameOf(one)}: ${transitionDuration}`);
        if (animationName !== 'none' && duration(animationDuration) > instant)
          note(found, one, `${nameOf(one)} is animated: ${animationName}`);
      }
  for (const animation of document.getAnimations()) {
    const { effect } = animation;
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    if (target && screenOf(target) && Number(effect?.getComputedTiming().endTime) > instant)
      note(found, target, `${nameOf(target)} moves`);
  }
  return found;
}
