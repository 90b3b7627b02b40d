/** Text that is cut off, or that lies on other text. Runs in the page. */
import { everyElement, type Findings, isSeen, nameOf, note, screens } from './flat-tree.ts';

interface Line {
  of: Element;
  box: DOMRect;
}

/** Of the text that stands directly in it. */
function linesOf(element: Element): Line[] {
  const lines: Line[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ of: element, box });
  }
  return lines;
}

/** Its box ends before its text does. What scrolls can be read. */
function isCutOff(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const cuts = (overflow: string) => ['hidden', 'clip'].includes(overflow);
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  return (
    (cuts(overflowX) && scrollWidth > clientWidth + 1) || (cuts(overflowY) && scrollHeight > clientHeight + 1)
  );
}

/** More than the room that fonts leave above and below their letters. */
function lieOnEachOther({ box: one }: Line, { box: other }: Line): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 2 && high > Math.min(one.height, other.height) * 0.35;
}

export function textProblems(): Findings {
  const found: Findings = {};
  for (const screen of screens()) {
    const seen = everyElement(screen).filter(isSeen);
    for (const one of seen) {
      const hasText = everyElement(one).some((inner) => linesOf(inner).length > 0);
      if (hasText && isCutOff(one)) note(found, one, `${nameOf(one)} is cut off`);
    }
    const layer = seen.some((one) => one.matches(':popover-open')) ? ':popover-open' : undefined;
    const top = layer ? seen.find((one) => one.matches(layer))! : screen;
    const lines = everyElement(top)
      .filter((one) => isSeen(one))
      .flatMap(linesOf);
    for (const [index, line] of lines.entries())
      for (const other of lines.slice(index + 1))
        if (other.of !== line.of && lieOnEachOther(line, other))
          note(found, line.of, `${nameOf(line.of)} lies on ${nameOf(other.of)}`);
  }
  return found;
}
