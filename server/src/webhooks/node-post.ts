/**
 * How the server reaches the systems of its businesses. Whoever sets a webhook up says where, so the address is not to be
 * trusted: what the name resolves to is looked at, and the connection goes to exactly that (server-side request forgery,
 * DNS rebinding); no redirect is followed, and of the answer nothing but its status is read.
 */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './node-public-address.ts';
import type { PostWebhook } from './worker.ts';

/** All addresses of a name. */
type Resolve = (
  name: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

interface Options {
  /** Development only: this machine, its network, and http. */
  isLocalAllowed: boolean;
  limitMs?: number;
  resolve?: Resolve;
  /** Of the connection. For tests: a certificate of their own. */
  tls?: Pick<RequestOptions, 'ca'>;
}

class NotPublic extends Error {
  readonly code = 'NOT_PUBLIC';
}

const reasons: Readonly<Record<string, string>> = {
  NOT_PUBLIC: 'address-not-public',
  ENOTFOUND: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  ABORT_ERR: 'timed-out',
};

export function createWebhookPost({
  isLocalAllowed,
  limitMs = 10_000,
  resolve = (name, done) => systemLookup(name, { all: true }, done),
  tls,
}: Options): PostWebhook {
  const isAllowed = (address: string) => isLocalAllowed || isPublicAddress(address);

  const lookup: LookupFunction = (name, { all }, done) =>
    resolve(name, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? new Error('no address'), []);
      // One that is not public is enough: which one is taken would be chance.
      if (!addresses.every(({ address }) => isAllowed(address))) return done(new NotPublic(), []);
      return all ? done(null, addresses) : done(null, first.address, first.family);
    });

  return ({ url, headers, body }) =>
    new Promise((settle) => {
      const target = new URL(url);
      const isTls = target.protocol === 'https:';
      if (!isTls && !isLocalAllowed) return settle('not-https');
      // No name, nothing to look up: the connection would not ask.
      const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) && !isAllowed(host)) return settle('address-not-public');
      const options = {
        method: 'POST',
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        // A connection of its own each time: none is kept whose address was looked at before the name changed.
        agent: false,
        lookup,
        maxHeaderSize: 16_384,
        signal: AbortSignal.timeout(limitMs),
        ...(isTls && tls),
      };
      const sending = (isTls ? httpsRequest : httpRequest)(target, options, (response) => {
        const { statusCode = 0 } = response;
        response.destroy();
        settle(statusCode >= 200 && statusCode < 300 ? undefined : `status-${statusCode}`);
      });
      sending.on('error', (error: NodeJS.ErrnoException) =>
        // Not its message: that repeats the address.
        settle(
          reasons[error.code ?? ''] ??
            (/CERT|TLS|SSL/.test(error.code ?? '') ? 'certificate' : 'unreachable'),
        ),
      );
      sending.end(body);
      return undefined;
    });
}
