/** What libraries in the manner of Prototype.js, of 2010, do to the built-in objects. Returns what undoes it. */
type Patch = [target: object, name: string, value: unknown];

const list = (items: Iterable<unknown> | ArrayLike<unknown> | null | undefined) => {
  const found: unknown[] = [];
  const { length = 0 } = (items ?? {}) as ArrayLike<unknown>;
  for (let index = 0; index < length; index++) found.push((items as ArrayLike<unknown>)[index]);
  return found;
};

const patches = (): Patch[] => [
  // Serialise by themselves: JSON.stringify([1, 2]) becomes "\"[1, 2]\"".
  [
    Array.prototype,
    'toJSON',
    function (this: unknown[]) {
      return `[${this.join(', ')}]`;
    },
  ],
  [
    String.prototype,
    'toJSON',
    function (this: string) {
      return `"${this}"`;
    },
  ],
  [
    Date.prototype,
    'toJSON',
    function (this: Date) {
      return `"${this.toISOString()}"`;
    },
  ],
  // Enumerable: every `for … in` sees them.
  [
    Array.prototype,
    'each',
    function (this: unknown[], visit: (one: unknown) => void) {
      for (const one of this) visit(one);
    },
  ],
  [
    Array.prototype,
    'uniq',
    function (this: unknown[]) {
      return [...new Set(this)];
    },
  ],
  [
    Function.prototype,
    'curry',
    function (this: unknown) {
      return this;
    },
  ],
  // Knows arrays and array-likes, but neither iterators nor the mapping function.
  [Array, 'from', list],
  // Binds the receiver, and forgets that it may be called with `new`.
  [
    Function.prototype,
    'bind',
    function (this: (...args: unknown[]) => unknown, receiver: unknown, ...first: unknown[]) {
      return (...rest: unknown[]) => this.apply(receiver, [...first, ...rest]);
    },
  ],
  // Takes the element as what to extend, and returns it.
  [
    Element.prototype,
    'remove',
    function (this: Element) {
      this.parentNode?.removeChild(this);
      return this;
    },
  ],
  [
    Element.prototype,
    'update',
    function (this: Element, text: string) {
      this.textContent = text;
      return this;
    },
  ],
];

export function loadOldLibrary(): () => void {
  const undo = patches().map(([target, name, value]) => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { value, writable: true, enumerable: !before, configurable: true });
    return () =>
      before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name);
  });
  return () => undo.forEach((one) => one());
}
