/** Elements of the page, by the prototype's method: `<img name="querySelectorAll">` replaces the document's own. */
export const query = <E extends Element>(selector: string): E[] => [
  ...(Document.prototype.querySelectorAll.call(document, selector) as NodeListOf<E>),
];
