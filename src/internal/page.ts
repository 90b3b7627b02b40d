/**
 * The page's document, by the methods of its prototype: `<img name="createElement">` and the like replace the
 * document's own.
 */
const { createElement, querySelectorAll } = Document.prototype;

export const query = <E extends Element>(selector: string): E[] => [
  ...(querySelectorAll.call(document, selector) as NodeListOf<E>),
];

export const create = (tag: string): HTMLElement => createElement.call(document, tag) as HTMLElement;
