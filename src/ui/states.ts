/**
 * The states that an element shows. Kept beside the set itself: in WebKit a set whose wrapper was collected
 * meanwhile can come back without its members when it is walked, and "busy" would never end.
 */
const shown = new WeakMap<ElementInternals, { set: CustomStateSet; names: readonly (string | false)[] }>();

/** Reflects what an element is doing into `:state()`, for the page's own CSS. */
export function setStates(internals: ElementInternals, names: readonly (string | false)[]): void {
  const set = internals.states;
  const before = shown.get(internals)?.names ?? [];
  // Holding on to the set keeps its wrapper as well.
  shown.set(internals, { set, names });
  // Chromium before 125 accepts only dashed names here, and Safari before 17.4 none: styling is all that is lost.
  try {
    for (const name of before) if (name && !names.includes(name)) set.delete(name);
    for (const name of names) if (name) set.add(name);
  } catch {
    return;
  }
}
