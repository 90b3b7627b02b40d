/**
 * JSON that the page cannot reach into: libraries of the host page define `toJSON` on the built-in
 * prototypes, and a polluted `Object.prototype` adds members to whatever is read.
 */

/** Taken before a library that loads later can put its own in their place. */
const { parse, stringify } = JSON;

export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json };

/** Members that are undefined are left out. JSON.stringify sees primitives only, so it calls no `toJSON`. */
export function toJson(value: Json): string {
  if (typeof value !== 'object' || !value) return stringify(value);
  const isList = Array.isArray(value);
  let members = '';
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined)
      members += `${members && ','}${isList ? '' : `${stringify(name)}:`}${toJson(member)}`;
  }
  return isList ? `[${members}]` : `{${members}}`;
}

/** Undefined for what is not JSON. Objects come without a prototype: they have own members only. */
export function fromJson(text: string): unknown {
  try {
    return parse(text, (_, value: unknown) =>
      typeof value === 'object' && value && !Array.isArray(value)
        ? Object.assign(Object.create(null) as object, value)
        : value,
    );
  } catch {
    return undefined;
  }
}
