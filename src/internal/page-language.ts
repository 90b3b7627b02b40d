/** BCP 47: what the page's elements speak, and the backend is asked to; empty where the page does not say. */
export const pageLanguage = { tag: '' };

/** Empty for what is no language tag: in a header that would stop every request. */
export const asTag = (text = ''): string => (/^[\da-z-]+$/i.test(text) ? text : '');
