/** Malformed proofs, item by item of RFC 9449 section 4.3, on every endpoint that asks for no more than one. */
import * as jose from 'jose';
import { allEndpoints } from '../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import type { ProblemDetails } from '../../src/contract/problems.ts';
import { checkEqual } from './check.ts';
import { newEmail } from './journey-cases.ts';
import { examples } from './request-cases.ts';
import type { Case } from './target.ts';
import { type Overrides, Visitor } from './visitor.ts';

type Claims = Record<string, unknown>;
interface Forgery {
  /** Names the item of section 4.3 that it breaks. */
  title: string;
  code: ProblemDetails['code'];
  forge(good: {
    claims: Claims;
    header: jose.JWTHeaderParameters;
    keys: CryptoKeyPair;
  }): Promise<string | undefined> | string | undefined;
}

const sign = (claims: Claims, header: jose.JWTHeaderParameters, key: CryptoKey) =>
  new jose.CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader(header).sign(key);

const changed =
  (change: (claims: Claims) => Claims): Forgery['forge'] =>
  ({ claims, header, keys }) =>
    sign(change(claims), header, keys.privateKey);

const encode = (value: unknown) => jose.base64url.encode(JSON.stringify(value));

const forgeries: Forgery[] = [
  { title: 'T13: item 1, no proof', code: 'proof-missing', forge: () => undefined },
  {
    title: 'T13: item 1, two proofs',
    code: 'proof-missing',
    forge: async ({ claims, header, keys }) => {
      const proof = await sign(claims, header, keys.privateKey);
      return `${proof}, ${proof}`;
    },
  },
  { title: 'T13: item 2, not a JWT', code: 'proof-invalid', forge: () => 'proof' },
  {
    title: 'T13: item 2, a proof over the size limit',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, pad: 'x'.repeat(3_000) })),
  },
  ...['jti', 'htm', 'htu', 'iat'].map((claim): Forgery => ({
    title: `T13: item 3, without ${claim}`,
    code: 'proof-invalid',
    forge: changed(({ [claim]: _, ...rest }) => rest),
  })),
  {
    title: 'T13: item 4, another type of JWT',
    code: 'proof-invalid',
    forge: ({ claims, header, keys }) => sign(claims, { ...header, typ: 'JWT' }, keys.privateKey),
  },
  {
    title: 'T13: item 5, alg none',
    code: 'proof-invalid',
    forge: ({ claims, header }) => `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`,
  },
  {
    title: 'T13: item 5, a symmetric algorithm',
    code: 'proof-invalid',
    forge: ({ claims, header }) =>
      new jose.CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ ...header, alg: 'HS256' })
        .sign(new Uint8Array(32)),
  },
  {
    title: 'T13: item 6, the signature of another key',
    code: 'proof-invalid',
    forge: async ({ claims, header }) => {
      const { privateKey } = await jose.generateKeyPair('ES256');
      return sign(claims, header, privateKey);
    },
  },
  {
    title: 'T13: item 7, a key with its private part',
    code: 'proof-invalid',
    forge: async ({ claims, header }) => {
      const { privateKey } = await jose.generateKeyPair('ES256', { extractable: true });
      return sign(claims, { ...header, jwk: await jose.exportJWK(privateKey) }, privateKey);
    },
  },
  {
    title: 'T13: item 6, no key',
    code: 'proof-invalid',
    forge: ({ claims, keys }) => sign(claims, { alg: 'ES256', typ: 'dpop+jwt' }, keys.privateKey),
  },
  {
    title: 'T13: item 8, another method',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, htm: 'OPTIONS' })),
  },
  {
    title: 'T13: item 9, another URL',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, htu: `${String(claims.htu)}/more` })),
  },
  {
    title: 'T13: item 9, another host',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, htu: 'https://evil.example/' })),
  },
  {
    title: 'T13: item 10, no nonce',
    code: 'use-dpop-nonce',
    forge: changed(({ nonce: _, ...rest }) => rest),
  },
  {
    title: 'T13: item 10, a nonce of its own',
    code: 'use-dpop-nonce',
    forge: changed((claims) => ({ ...claims, nonce: 'mine' })),
  },
  {
    title: 'T13: item 3, a jti over the limit',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, jti: 'x'.repeat(65) })),
  },
  {
    title: 'T13: item 3, a jti that not every database takes',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, jti: 'a\u0000b' })),
  },
];

const names = (Object.keys(allEndpoints) as EndpointName[]).filter((name) =>
  ['proof', 'token'].includes(allEndpoints[name].credential),
);

/** The proof is checked before the token is: an invented one will do. */
const requestOf = (name: EndpointName): Overrides => ({
  ...(examples[name] && { rawBody: JSON.stringify(examples[name]) }),
  ...(allEndpoints[name].credential === 'token' && { accessToken: 'invented' }),
});

/** Every one of these is refused; a backend must be afterwards as it was before. */
export const refusedProofs: Case[] = names.flatMap((name) =>
  forgeries.map(({ title, code, forge }): Case => ({
    title: `${title} (${name} → ${code})`,
    async run(target) {
      const visitor = await Visitor.arrive(target);
      await visitor.learnNonce();
      const good = await visitor.proof(name, requestOf(name));
      const header = jose.decodeProtectedHeader(good) as jose.JWTHeaderParameters;
      const proof = await forge({ claims: jose.decodeJwt(good), header, keys: visitor.keys });
      const answer = await visitor.once(name, undefined, { ...requestOf(name), headers: { DPoP: proof } });
      checkEqual(answer.ok ? 'success' : answer.problem.code, code, 'problem code');
    },
  })),
);

/** Item 12, where a token comes with the proof. */
const wrongTokenHashes = (
  [
    ['T13: item 12, without ath', ({ ath: _, ...rest }: Claims) => rest],
    ['T13: item 12, ath of another token', (claims: Claims) => ({ ...claims, ath: 'x'.repeat(43) })],
  ] as const
).map(([title, change]): Case => ({
  title,
  async run(target) {
    const visitor = await Visitor.arrive(target);
    const { access_token: accessToken } = await visitor.signUp(newEmail(), 'correct horse battery');
    const good = await visitor.proof('readMe', { accessToken });
    const header = jose.decodeProtectedHeader(good) as jose.JWTHeaderParameters;
    const proof = await sign(change(jose.decodeJwt(good)), header, visitor.keys.privateKey);
    await visitor.refused('readMe', 'proof-invalid', undefined, { accessToken, headers: { DPoP: proof } });
    await visitor.succeed('readMe', undefined, { accessToken });
  },
}));

const replayed = names.map((name): Case => ({
  title: `T13: a proof that was used before (${name} → proof-replayed)`,
  async run(target) {
    const visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
    const overrides = {
      ...requestOf(name),
      headers: { DPoP: await visitor.proof(name, requestOf(name)) },
    };
    await visitor.once(name, undefined, overrides);
    const again = await visitor.once(name, undefined, overrides);
    checkEqual(again.ok ? 'success' : again.problem.code, 'proof-replayed', 'problem code');
  },
}));

const query: Case = {
  title: 'T13: item 9, query and fragment of htu are not compared',
  async run(target) {
    const visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
    const good = await visitor.proof('endSession');
    const header = jose.decodeProtectedHeader(good) as jose.JWTHeaderParameters;
    const claims = jose.decodeJwt(good);
    const proof = await sign(
      { ...claims, htu: `${String(claims.htu)}?a=1#b` },
      header,
      visitor.keys.privateKey,
    );
    const answer = await visitor.once('endSession', { refresh_token: 'none' }, { headers: { DPoP: proof } });
    checkEqual(answer.ok, true, 'accepted');
  },
};

export const proofCases: Case[] = [...refusedProofs, ...wrongTokenHashes, ...replayed, query];
