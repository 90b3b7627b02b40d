import { expect } from '@open-wc/testing';
import { checkBackend } from '../../src/api/backend-url.ts';
import { PortalClient } from '../../src/api/portal-client.ts';

const page = { isSecureContext: true, crypto: { subtle: {} }, origin: 'https://shop.example' };
const secure = { ...page, location: { protocol: 'https:' } };
const loopback = { ...page, location: { protocol: 'http:' } };

const verdict = (...args: Parameters<typeof checkBackend>) => {
  const result = checkBackend(...args);
  return result.ok ? result.value : result.problem.code;
};

describe('the backend URL', () => {
  it('has one spelling', () => {
    for (const url of [
      'https://x.example/acme',
      'https://x.example/acme/',
      'HTTPS://X.example:443/acme//?q#f',
    ]) {
      expect(verdict(url, secure)).to.equal('https://x.example/acme');
    }
    expect(verdict('https://x.example', secure)).to.equal('https://x.example');
  });

  it('must be named', () => {
    for (const none of [undefined, null, '']) expect(verdict(none, secure)).to.equal('backend-missing');
  });

  for (const url of [
    '/acme',
    'x.example/acme',
    'ftp://x.example',
    'javascript:alert(1)',
    'https://ada@x.example',
    'https://',
  ]) {
    it(`cannot be ${url}`, () => expect(verdict(url, secure)).to.equal('backend-invalid'));
  }

  it('may be http only for a page that is', () => {
    expect(verdict('http://localhost:8787/acme', loopback)).to.equal('http://localhost:8787/acme');
    expect(verdict('http://x.example/acme', secure)).to.equal('backend-invalid');
  });

  it('is of no use to a page without a secure context', () => {
    expect(verdict('https://x.example/acme', { ...loopback, isSecureContext: false })).to.equal(
      'insecure-page',
    );
    expect(verdict('https://x.example/acme', { ...secure, crypto: { subtle: undefined } })).to.equal(
      'insecure-page',
    );
  });

  it('is of no use to a page without an origin', () => {
    expect(verdict('https://x.example/acme', { ...secure, origin: 'null' })).to.equal('page-without-origin');
  });

  it('is answered for by every call of the client, and nothing is sent', async () => {
    const client = new PortalClient('not a URL');
    expect(await client.call('readPortal', undefined)).to.deep.equal({
      ok: false,
      problem: { code: 'backend-invalid' },
    });
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('not'))).to.deep.equal(
      [],
    );
  });
});
