/** Reflects what an element is doing into `:state()`, for the page's own CSS. */
export function setStates(internals: ElementInternals, names: readonly (string | false)[]): void {
  const wanted = new Set(names.filter((name) => name !== false));
  // Chromium before 125 accepts only dashed names here, and Safari before 17.4 none: styling is all that is lost.
  try {
    for (const name of internals.states) if (!wanted.has(name)) internals.states.delete(name);
    for (const name of wanted) internals.states.add(name);
  } catch {
    return;
  }
}
