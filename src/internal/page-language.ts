/** BCP 47: what the page's elements speak, and the backend is asked to; empty where the page does not say. */
export const pageLanguage = { tag: '' };
