/** Child apps: what a business leads its customers to (docs/decisions/0012-the-way-to-a-child-app.md). */
import type { AppClient, AppRecord, Dependencies, Secrets } from './ports.ts';
import { pageUrlFault } from './web-url.ts';

const secretPurpose = 'client-secret';

/** A path segment, a client_id, and a part of a cookie's name. */
export const isAppId = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text);

/** Everything that is wrong with the addresses of an app, by the address. */
export function urlFaults({
  url,
  client,
}: Pick<AppRecord, 'url' | 'client'>): { url: string; fault: string }[] {
  const urls = client
    ? [url, client.initiateLoginUri, ...client.redirectUris, ...client.postLogoutRedirectUris]
    : [url];
  return urls.flatMap((one) => {
    const fault = pageUrlFault(one);
    return fault === undefined ? [] : [{ url: one, fault }];
  });
}

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
