/** What is found out when a request gets no answer, and who is told. */
import { expect } from '@open-wc/testing';
import { PortalClient } from '../../src/api/portal-client.ts';
import { portal } from '../support/answers.ts';
import { answer, refused, useScriptedBackend } from '../support/scripted-backend.ts';
import { recordWarnings } from '../support/warnings.ts';

const backend = useScriptedBackend();

async function readPortal(client = new PortalClient(backend.url)) {
  const warnings = recordWarnings();
  const result = await client.call('readPortal', undefined);
  return { code: result.ok ? 'success' : result.problem.code, warnings: warnings.stop() };
}

describe('a request without an answer', () => {
  beforeEach(() => backend.on('readPortal', refused));

  it('is a network problem when nobody is there', async () => {
    expect(await readPortal()).to.deep.equal({ code: 'network', warnings: [] });
    expect(backend.probes).to.have.length(1);
  });

  it('tells the site’s owner which setting to change when the backend is there but refuses this site', async () => {
    backend.isThere = true;
    const { code, warnings } = await readPortal();
    expect(code).to.equal('origin-not-allowed');
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.contain(`Add ${location.origin} to the business's \`origins\``)
      .and.contain(backend.url);
  });

  it('blames nobody when the backend is back by then', async () => {
    backend.isThere = true;
    backend.on('readPortal', refused, refused, refused, answer('readPortal', portal));
    expect(await readPortal()).to.deep.equal({ code: 'network', warnings: [] });
  });

  it('is looked into once for requests that fail together, with nothing in the request', async () => {
    backend.isThere = true;
    const client = new PortalClient(backend.url);
    for (const said of [1, 0]) {
      const { code, warnings } = await readPortal(client);
      expect(code).to.equal('origin-not-allowed');
      expect(warnings).to.have.length(said);
    }
    expect(backend.probes).to.have.length(1);
    const [probe] = backend.probes;
    expect([probe!.method, probe!.credentials]).to.deep.equal(['GET', 'omit']);
    const own = [...probe!.headers.keys()].filter(
      (name) => !/^(accept|user-agent|sec-|cache|pragma|referer)/.test(name),
    );
    expect(own).to.deep.equal([]);
  });

  it('is looked into again after a moment: a proxy whose server is away looks like a site that is refused', async () => {
    backend.isThere = true;
    const client = new PortalClient(backend.url);
    expect((await readPortal(client)).code).to.equal('origin-not-allowed');
    const { now } = performance;
    performance.now = () => now.call(performance) + 5001;
    try {
      // The server is back, and then the network is not.
      backend.isThere = false;
      expect((await readPortal(client)).code).to.equal('network');
    } finally {
      performance.now = now;
    }
  });

  it('is not looked into without a network', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      expect(await readPortal()).to.deep.equal({ code: 'network', warnings: [] });
      expect(backend.probes).to.have.length(0);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });
});
