import { expect } from '@open-wc/testing';
import { EmbeddedJWK, calculateJwkThumbprint, exportJWK, jwtVerify, type JWK } from 'jose';
import { createKey } from '../../src/api/proof.ts';
import { PortalClient } from '../../src/api/portal-client.ts';
import { account, flowStarted, portal } from '../support/answers.ts';
import { answer, problem, useScriptedBackend, type Received } from '../support/scripted-backend.ts';

const backend = useScriptedBackend();
const body = { email: 'ada@example.com' };

/** By another implementation than the one that signed it. */
const verified = ({ request }: Received) =>
  jwtVerify(request.headers.get('DPoP') ?? '', EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ['ES256'] });

const first = () => backend.received[0]!;

describe('DPoP proofs (RFC 9449)', () => {
  beforeEach(() => backend.on('requestSignInCode', answer('requestSignInCode', flowStarted)));

  it('name the request, once, and nothing else', async () => {
    const before = Math.floor(Date.now() / 1000);
    await new PortalClient(backend.url).call('requestSignInCode', body, { key: await createKey() });
    const { payload } = await verified(first());
    const { jti, iat, ...rest } = payload;
    expect(rest).to.deep.equal({ htm: 'POST', htu: `${backend.url}/sign-in/code` });
    expect(iat).to.be.within(before, Math.floor(Date.now() / 1000));
    expect(jti, '128 bits').to.match(/^[A-Za-z0-9_-]{22}$/);
  });

  it('carry the public key only', async () => {
    const key = await createKey();
    await new PortalClient(backend.url).call('requestSignInCode', body, { key });
    const { protectedHeader } = await verified(first());
    expect(protectedHeader).to.have.all.keys('typ', 'alg', 'jwk');
    expect(protectedHeader.jwk).to.have.all.keys('kty', 'crv', 'x', 'y');
    expect(await calculateJwkThumbprint(protectedHeader.jwk as JWK)).to.equal(
      await calculateJwkThumbprint(await exportJWK(key.publicKey)),
    );
  });

  it('are signed by a key that cannot leave the browser', async () => {
    const { privateKey } = await createKey();
    expect(privateKey.extractable).to.equal(false);
    const error = await crypto.subtle.exportKey('jwk', privateKey).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(DOMException);
  });

  it('leave query, fragment and closing slash of the backend URL out of htu', async () => {
    await new PortalClient(`${backend.url}/?a=1#b`).call('requestSignInCode', body, {
      key: await createKey(),
    });
    expect((await verified(first())).payload['htu']).to.equal(`${backend.url}/sign-in/code`);
  });

  it('are bound to the access token that travels beside them', async () => {
    backend.on(
      'readMe',
      answer('readMe', {
        account,
        accounts: [{ ...account, createdAt: '2026-01-02T03:04:05.000Z', current: true }],
        apps: [],
        profile: { missing: [] },
      }),
    );
    await new PortalClient(backend.url).call('readMe', undefined, {
      key: await createKey(),
      token: 'access-1',
    });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('access-1'));
    const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16)).join();
    const { payload } = await verified(first());
    const ath = atob(String(payload['ath']).replaceAll('-', '+').replaceAll('_', '/'));
    expect(hex(Uint8Array.from(ath, (letter) => letter.charCodeAt(0)))).to.equal(hex(new Uint8Array(digest)));
    expect(first().request.headers.get('Authorization')).to.equal('DPoP access-1');
  });

  it('are not sent where the contract asks for none', async () => {
    await new PortalClient(backend.url).call('readPortal', undefined);
    expect(first().request.headers.has('DPoP')).to.equal(false);
  });

  it('take the nonce of the last answer, whatever it was', async () => {
    backend.on(
      'requestSignInCode',
      problem('method-disabled', {}, { 'DPoP-Nonce': 'nonce-1' }),
      answer('requestSignInCode', flowStarted, { 'DPoP-Nonce': 'nonce-2' }),
      answer('requestSignInCode', flowStarted),
    );
    const client = new PortalClient(backend.url);
    const key = await createKey();
    for (let i = 0; i < 4; i++) await client.call('requestSignInCode', body, { key });
    const nonces = await Promise.all(
      backend.received.map(async (received) => (await verified(received)).payload['nonce']),
    );
    expect(nonces).to.deep.equal([undefined, 'nonce-1', 'nonce-2', 'nonce-2']);
  });

  it('are made anew with the nonce that the backend asks for', async () => {
    backend.on(
      'requestSignInCode',
      problem('use-dpop-nonce', {}, { 'DPoP-Nonce': 'nonce-1' }),
      answer('requestSignInCode', flowStarted),
    );
    const result = await new PortalClient(backend.url).call('requestSignInCode', body, {
      key: await createKey(),
    });
    expect(result.ok).to.equal(true);
    const [, again] = backend.received;
    const proofs = [await verified(first()), await verified(again!)].map(({ payload }) => payload);
    expect(proofs.map(({ nonce }) => nonce)).to.deep.equal([undefined, 'nonce-1']);
    expect(proofs[1]!.jti, 'a proof is never sent twice').not.to.equal(proofs[0]!.jti);
  });

  it('keep the nonce when the public facts come out of a cache, with an old one', async () => {
    const client = new PortalClient(backend.url);
    const key = await createKey();
    backend.on('requestSignInCode', answer('requestSignInCode', flowStarted, { 'DPoP-Nonce': 'fresh' }));
    backend.on('readPortal', answer('readPortal', portal, { 'DPoP-Nonce': 'stale' }));
    await client.call('requestSignInCode', body, { key });
    await client.call('readPortal', undefined);
    await client.call('requestSignInCode', body, { key });
    expect((await verified(backend.received.at(-1)!)).payload['nonce']).to.equal('fresh');
  });

  it('are made anew once only', async () => {
    backend.on('requestSignInCode', problem('use-dpop-nonce', {}, { 'DPoP-Nonce': 'never-good' }));
    const result = await new PortalClient(backend.url).call('requestSignInCode', body, {
      key: await createKey(),
    });
    expect(result).to.deep.include({ ok: false });
    expect(backend.received).to.have.length(2);
  });

  it('are new for every retry', async () => {
    backend.on('refreshSession', problem('unavailable'));
    const refresh = { grant_type: 'refresh_token', refresh_token: 'refresh-1' } as const;
    await new PortalClient(backend.url).call('refreshSession', refresh, { key: await createKey() });
    const ids = await Promise.all(
      backend.received.map(async (received) => (await verified(received)).payload.jti),
    );
    expect(new Set(ids).size).to.equal(3);
  });
});
