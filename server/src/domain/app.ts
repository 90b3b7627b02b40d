/** Child apps: what a business leads its customers to (docs/decisions/0012-the-way-to-a-child-app.md). */
import type { AppClient, AppRecord, Dependencies, Secrets } from './ports.ts';
import { pageUrlFault } from './web-url.ts';

const secretPurpose = 'client-secret';

/** A path segment, a client_id, and a part of a cookie's name. */
export const isAppId = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text);

/** Everything that is wrong with the addresses of an app; `pointer`: which it is, in the admin API's request. */
export function urlFaults({
  url,
  icon,
  client,
}: Pick<AppRecord, 'url' | 'icon' | 'client'>): { url: string; fault: string; pointer: string }[] {
  const urls: [string, string][] = [['/url', url]];
  if (icon !== null) urls.push(['/icon', icon]);
  if (client) {
    const { initiateLoginUri, redirectUris, postLogoutRedirectUris, backchannelLogoutUrl } = client;
    urls.push(['/signOn/initiateLoginUri', initiateLoginUri]);
    urls.push(...numbered('/signOn/redirectUris', redirectUris));
    urls.push(...numbered('/signOn/postLogoutRedirectUris', postLogoutRedirectUris));
    if (backchannelLogoutUrl !== null) urls.push(['/signOn/backchannelLogoutUrl', backchannelLogoutUrl]);
  }
  return urls.flatMap(([pointer, one]) => {
    const fault = pageUrlFault(one);
    return fault === undefined ? [] : [{ url: one, fault, pointer }];
  });
}

const numbered = (pointer: string, urls: readonly string[]): [string, string][] =>
  urls.map((url, at) => [`${pointer}/${at}`, url]);

/** The secret itself is here and nowhere else; what is kept can only be opened by this server. */
export async function makeClientSecret({
  random,
  secrets,
}: Pick<Dependencies, 'random' | 'secrets'>): Promise<{ secret: string; sealedSecret: string }> {
  const secret = random.token();
  return { secret, sealedSecret: await secrets.seal(secretPurpose, secret) };
}

/** Undefined when it was sealed under another master key: then nobody can log in to the app. */
export const openClientSecret = (
  secrets: Secrets,
  { sealedSecret }: AppClient,
): Promise<string | undefined> => secrets.open(secretPurpose, sealedSecret);

/** What the provider of a business is called, by its apps and in what it signs. */
export const issuerOf = (
  { publicUrl }: Pick<Dependencies, 'publicUrl'>,
  { slug }: { slug: string },
): string => `${publicUrl}/${slug}`;
