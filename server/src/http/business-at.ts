import { type Business, isSlug } from '../domain/business.ts';
import type { Dependencies } from '../domain/ports.ts';

/** The business that the first segment of a path names. */
export const businessAt = async (
  { storage }: Pick<Dependencies, 'storage'>,
  slug = '',
): Promise<Business | undefined> => (isSlug(slug) ? storage.businesses.bySlug(slug) : undefined);
