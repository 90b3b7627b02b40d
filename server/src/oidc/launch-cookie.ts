/** The cookie that a launch ticket becomes; only our own pages get it, and only its digest is kept. */
import type { Business } from '../domain/business.ts';
import { inSeconds, numbers } from '../domain/numbers.ts';

/** One for each app, so that two launches side by side do not take each other's place. */
const nameOf = (publicUrl: string, { slug }: Business, appId: string): string =>
  `${isHttps(publicUrl) ? '__Host-' : ''}portal-launch.${slug}.${appId}`;

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/** `Path=/` because `__Host-` asks for it: no page of another host below the same domain can set it then. */
const attributesOf = (publicUrl: string, life: number): string =>
  `Path=/; Max-Age=${life}; HttpOnly; SameSite=Lax${isHttps(publicUrl) ? '; Secure' : ''}`;

export const launchCookie = (publicUrl: string, business: Business, appId: string, value: string): string =>
  `${nameOf(publicUrl, business, appId)}=${value}; ${attributesOf(publicUrl, inSeconds(numbers.launchCookieLife))}`;

export const noLaunchCookie = (publicUrl: string, business: Business, appId: string): string =>
  `${nameOf(publicUrl, business, appId)}=; ${attributesOf(publicUrl, 0)}`;

/** The one of this app, from a Cookie header. */
export function readLaunchCookie(
  publicUrl: string,
  business: Business,
  appId: string,
  header: string,
): string | undefined {
  const name = nameOf(publicUrl, business, appId);
  const pairs = header.split(';').map((pair) => pair.trim().split('=', 2));
  return pairs.find(([key]) => key === name)?.[1];
}
