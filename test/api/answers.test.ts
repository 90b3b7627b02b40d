import { expect } from '@open-wc/testing';
import { createKey } from '../../src/api/proof.ts';
import { readAnswer } from '../../src/api/answers.ts';
import { PortalClient } from '../../src/api/portal-client.ts';
import { account, grant, portal, selection } from '../support/answers.ts';
import { answer, problem, raw, useScriptedBackend } from '../support/scripted-backend.ts';

const backend = useScriptedBackend();
const json = JSON.stringify;

const signIn = async () =>
  new PortalClient(backend.url).call(
    'signInWithPassword',
    { email: account.email, password: 'correct horse' },
    { key: await createKey() },
  );
const unexpected = { ok: false, problem: { code: 'unexpected' } };

const signedIn = (more: object) => json({ outcome: 'signed-in', grant: { ...grant(), ...more } });
const session = (more: object) => signedIn({ session: { ...grant().session, ...more } });
const choosing = (more: object) => json({ outcome: 'choose-account', selection: { ...selection, ...more } });

const malformed: Record<string, string> = {
  'an empty body': '',
  'a body that breaks off': json({ outcome: 'verified' }).slice(0, -1),
  'a captive portal': '<!doctype html><title>Welcome to the hotel</title>',
  'no object': '"verified"',
  null: 'null',
  'a list': '[]',
  'no outcome': '{}',
  'an unknown outcome': json({ outcome: 'surprise' }),
  'no grant': json({ outcome: 'signed-in' }),
  'a grant that is a text': json({ outcome: 'signed-in', grant: 'access-0' }),
  'no access token': signedIn({ access_token: undefined }),
  'an access token that is a list': signedIn({ access_token: ['access-0'] }),
  'no refresh token': signedIn({ refresh_token: null }),
  'an expiry that is a text': signedIn({ expires_in: '300' }),
  'an expiry before now': signedIn({ expires_in: -1 }),
  'an endless expiry': signedIn({ expires_in: 300 }).replace('"expires_in":300', '"expires_in":1e999'),
  'no session': signedIn({ session: undefined }),
  'a session without a generation': session({ generation: undefined }),
  'a session of nobody': session({ account: null }),
  'an account without a name': session({ account: { ...account, name: undefined } }),
  'a selection without a ticket': choosing({ ticket: undefined }),
  'a selection whose accounts are no list': choosing({ accounts: {} }),
  'a selection with an account of no day': choosing({
    accounts: [{ ...selection.accounts[0], createdAt: 'someday' }],
  }),
  'a selection with an account without a handle': choosing({ accounts: [{ name: 'Ada', createdAt: '' }] }),
};

describe('an answer that is not the contract’s', () => {
  for (const [what, body] of Object.entries(malformed)) {
    it(`is refused: ${what}`, async () => {
      backend.on('signInWithPassword', raw(body));
      expect(await signIn()).to.deep.equal(unexpected);
    });
  }

  for (const [what, body] of Object.entries({
    'a web page': '<h1>Hello</h1>',
    JSON: json({ outcome: 'verified' }),
  })) {
    it(`is refused: ${what} with the type of a web page`, async () => {
      backend.on('signInWithPassword', raw(body, 200, { 'Content-Type': 'text/html' }));
      expect(await signIn()).to.deep.equal(unexpected);
    });
  }

  it('is refused: no content where the contract has some', async () => {
    backend.on('signInWithPassword', raw(null, 204));
    expect(await signIn()).to.deep.equal(unexpected);
  });

  it('is refused: more than 1 MiB', async () => {
    backend.on('signInWithPassword', raw(json({ outcome: 'verified', padding: 'x'.repeat(1_048_576) })));
    expect(await signIn()).to.deep.equal(unexpected);
  });

  it('is read no further than 1 MiB, however long it is', async () => {
    const piece = new Uint8Array(65_536).fill(32);
    const whole = 50 * 1_048_576;
    let sent = 0;
    const stream = new ReadableStream(
      {
        pull(controller) {
          sent += piece.length;
          controller.enqueue(piece.slice());
          if (sent >= whole) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    // Read by itself: between a page and its service worker there are pipes that swallow some MiB of their own.
    const headers = { 'Content-Type': 'application/json' };
    expect(await readAnswer('signInWithPassword', new Response(stream, { headers }))).to.deep.equal(
      unexpected,
    );
    expect(sent).to.be.within(1_048_576, 1_048_576 + 2 * piece.length);
  });

  it('T21: is refused: a logo or a legal page that is not https', async () => {
    for (const more of [{ logo: 'javascript:alert(1)' }, { legal: { terms: 'javascript:alert(1)' } }]) {
      backend.on('readPortal', raw(json({ ...portal, ...more })));
      expect(await new PortalClient(backend.url).call('readPortal', undefined)).to.deep.equal(unexpected);
    }
  });

  it('does not take its missing members from a polluted prototype', async () => {
    backend.on('signInWithPassword', raw('{"outcome":"choose-account"}'));
    Object.assign(Object.prototype, { selection });
    try {
      expect(await signIn()).to.deep.equal(unexpected);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'selection');
    }
  });
});

describe('an answer of the contract', () => {
  it('is accepted with parameters in its content type', async () => {
    backend.on(
      'signInWithPassword',
      raw(json({ outcome: 'verified' }), 200, { 'Content-Type': 'application/json; charset=utf-8' }),
    );
    expect(await signIn()).to.deep.equal({ ok: true, value: { outcome: 'verified' } });
  });

  it('keeps characters that arrive in two pieces', async () => {
    const bytes = new TextEncoder().encode(json({ ...portal, name: 'Bäckerei 🥐' }));
    const pieces = new ReadableStream({
      start(stream) {
        for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
        stream.close();
      },
    });
    backend.on('readPortal', raw(pieces));
    const result = await new PortalClient(backend.url).call('readPortal', undefined);
    expect(result.ok && result.value.name).to.equal('Bäckerei 🥐');
  });

  it('without a body is accepted', async () => {
    backend.on('endSession', answer('endSession', undefined));
    const end = { refresh_token: 'refresh-0' };
    const result = await new PortalClient(backend.url).call('endSession', end, { key: await createKey() });
    expect(result).to.deep.equal({ ok: true, value: undefined });
  });
});

describe('a problem', () => {
  it('comes with its code and what belongs to it', async () => {
    const errors = [{ pointer: '/email', code: 'email-invalid' as const }];
    backend.on('signInWithPassword', problem('invalid-input', { errors }));
    const refused = await signIn();
    expect(!refused.ok && refused.problem).to.deep.include({
      code: 'invalid-input',
      errors,
      retryAfter: undefined,
    });
    backend.on('signInWithPassword', problem('code-invalid', { attemptsLeft: 4 }));
    const result = await signIn();
    expect(!result.ok && result.problem.attemptsLeft).to.equal(4);
  });

  const strange: Record<string, [body: string, type: string]> = {
    'a web page': ['<h1>Bad Gateway</h1>', 'text/html'],
    'plain JSON': [json({ code: 'internal' }), 'application/json'],
    'no code': [json({ title: 'Oops' }), 'application/problem+json'],
    'a code that is a number': [json({ code: 7 }), 'application/problem+json'],
    'errors that are no list': [json({ code: 'invalid-input', errors: {} }), 'application/problem+json'],
    'errors without pointers': [json({ code: 'invalid-input', errors: [{}] }), 'application/problem+json'],
  };
  for (const [what, [body, type]] of Object.entries(strange)) {
    it(`is unexpected when it is ${what}`, async () => {
      backend.on('signInWithPassword', raw(body, 500, { 'Content-Type': type }));
      const result = await signIn();
      expect(!result.ok && result.problem.code).to.equal('unexpected');
    });
  }
});
