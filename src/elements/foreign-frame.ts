/** Whose page this is within. */

/**
 * Is this page shown inside one of another origin, at any depth? There, a click may be one that the visitor was
 * tricked into: it is not taken as their wish (SECURITY T25). What cannot be read is another's.
 */
export function isInForeignFrame(): boolean {
  try {
    for (let frame: Window = window; frame !== frame.parent; frame = frame.parent)
      // Not `location.origin`: that of a srcdoc or blank page is "null", its owner's or not.
      if (frame.parent.origin !== window.origin) return true;
    return false;
  } catch {
    return true;
  }
}
