/** As the Standard Webhooks specification says: HMAC-SHA-256 over identifier, time and body, under the secret's bytes. */

const prefix = 'whsec_';

export interface Signed {
  id: string;
  /** Seconds since the epoch, of the attempt: receivers refuse what is old. */
  timestamp: number;
  body: string;
}

/** The value of the header `webhook-signature`: one for each secret that is good now. */
export async function signaturesOf(
  secrets: readonly string[],
  { id, timestamp, body }: Signed,
): Promise<string> {
  const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const signatures = secrets.map(async (secret) => {
    const bytes = Uint8Array.from(atob(secret.slice(prefix.length)), (character) => character.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, content));
    return `v1,${btoa(String.fromCharCode(...signature))}`;
  });
  return (await Promise.all(signatures)).join(' ');
}
