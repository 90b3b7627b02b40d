/** Why a backend URL cannot work, for the site's owner. */
import type { Problem } from '../types.ts';
import { noBackend, warnOnce } from '../warn-once.ts';

const advice: Partial<Record<Problem['code'], string>> = {
  'backend-missing': noBackend,
  'backend-invalid': 'the backend must be an absolute URL, https:// on an https:// page.',
  'insecure-page': 'this page must use https:// or http://localhost.',
  'page-without-origin': 'this page has no origin: a sandboxed frame needs allow-same-origin.',
  'business-not-found': 'there is no portal at the backend URL.',
};

export function advise(code: Problem['code'], backend: string | null | undefined): void {
  warnOnce(`${advice[code]}${backend ? ` Found: "${backend}".` : ''}`);
}
