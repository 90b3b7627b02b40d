/** Malformed proofs, item by item of RFC 9449 section 4.3, on every endpoint that asks for one. */
import * as jose from 'jose';
import { type EndpointName, endpoints } from '../../src/contract/endpoints.ts';
import type { ProblemDetails } from '../../src/contract/problems.ts';
import { checkEqual } from './check.ts';
import { examples } from './request-cases.ts';
import type { Case } from './target.ts';
import { type Overrides, Visitor } from './visitor.ts';

type Claims = Record<string, unknown>;
interface Forgery {
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
  { title: 'no proof', code: 'proof-missing', forge: () => undefined },
  {
    title: 'two proofs',
    code: 'proof-missing',
    forge: async ({ claims, header, keys }) => {
      const proof = await sign(claims, header, keys.privateKey);
      return `${proof}, ${proof}`;
    },
  },
  { title: 'not a JWT', code: 'proof-invalid', forge: () => 'proof' },
  {
    title: 'a proof over the size limit',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, pad: 'x'.repeat(3_000) })),
  },
  ...['jti', 'htm', 'htu', 'iat'].map((claim): Forgery => ({
    title: `without ${claim}`,
    code: 'proof-invalid',
    forge: changed(({ [claim]: _, ...rest }) => rest),
  })),
  {
    title: 'another type of JWT',
    code: 'proof-invalid',
    forge: ({ claims, header, keys }) => sign(claims, { ...header, typ: 'JWT' }, keys.privateKey),
  },
  {
    title: 'alg none',
    code: 'proof-invalid',
    forge: ({ claims, header }) => `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`,
  },
  {
    title: 'a symmetric algorithm',
    code: 'proof-invalid',
    forge: ({ claims, header }) =>
      new jose.CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ ...header, alg: 'HS256' })
        .sign(new Uint8Array(32)),
  },
  {
    title: 'the signature of another key',
    code: 'proof-invalid',
    forge: async ({ claims, header }) => {
      const { privateKey } = await jose.generateKeyPair('ES256');
      return sign(claims, header, privateKey);
    },
  },
  {
    title: 'a key with its private part',
    code: 'proof-invalid',
    forge: async ({ claims, header }) => {
      const { privateKey } = await jose.generateKeyPair('ES256', { extractable: true });
      return sign(claims, { ...header, jwk: await jose.exportJWK(privateKey) }, privateKey);
    },
  },
  {
    title: 'no key',
    code: 'proof-invalid',
    forge: ({ claims, keys }) => sign(claims, { alg: 'ES256', typ: 'dpop+jwt' }, keys.privateKey),
  },
  {
    title: 'another method',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, htm: 'PATCH' })),
  },
  {
    title: 'another URL',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, htu: `${String(claims.htu)}/more` })),
  },
  {
    title: 'another host',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, htu: 'https://evil.example/' })),
  },
  { title: 'no nonce', code: 'use-dpop-nonce', forge: changed(({ nonce: _, ...rest }) => rest) },
  {
    title: 'a nonce of its own',
    code: 'use-dpop-nonce',
    forge: changed((claims) => ({ ...claims, nonce: 'mine' })),
  },
  {
    title: 'a jti over the limit',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, jti: 'x'.repeat(65) })),
  },
  {
    title: 'a jti that not every database takes',
    code: 'proof-invalid',
    forge: changed((claims) => ({ ...claims, jti: 'a\u0000b' })),
  },
];

const names = (Object.keys(endpoints) as EndpointName[]).filter(
  (name) => endpoints[name].credential !== 'none',
);

/** The proof is checked before the token is: an invented one will do. */
const requestOf = (name: EndpointName): Overrides => ({
  ...(examples[name] && { rawBody: JSON.stringify(examples[name]) }),
  ...(endpoints[name].credential === 'token' && { accessToken: 'invented' }),
});

/** Every one of these is refused; a backend must be afterwards as it was before. */
export const refusedProofs: Case[] = names.flatMap((name) =>
  forgeries.map(({ title, code, forge }): Case => ({
    title: `T13: ${name}: ${title} → ${code}`,
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

const replayed = names.map((name): Case => ({
  title: `T13: ${name}: a proof that was used before → proof-replayed`,
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
  title: 'Query and fragment of htu are not compared (item 9)',
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

export const proofCases: Case[] = [...refusedProofs, ...replayed, query];
