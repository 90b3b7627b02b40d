/** Moving by keys between things that stand in rows as wide as there is room, or below each other. */

/** Where a key leads from the item at `from`; -1: none has the focus. Undefined: not a key for that. */
export function neighbour(
  items: readonly HTMLElement[],
  from: number,
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
): HTMLElement | undefined {
  const [first] = items;
  if (!first || from < 0 || altKey || ctrlKey || metaKey) return undefined;
  const columns = items.filter(({ offsetTop }) => offsetTop === first.offsetTop).length;
  const forward = getComputedStyle(first).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const last = items.length - 1;
  const steps: Record<string, number> = {
    [forward]: from + 1,
    [backward]: from - 1,
    ArrowDown: from + columns <= last ? from + columns : from,
    ArrowUp: from - columns >= 0 ? from - columns : from,
    Home: 0,
    End: last,
  };
  return items[Math.max(0, Math.min(last, steps[key] ?? NaN))];
}
