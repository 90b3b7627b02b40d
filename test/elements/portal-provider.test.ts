import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { recordWarnings } from '../support/warnings.ts';
import { useScriptedBackend } from '../support/scripted-backend.ts';
import { stateOf } from '../support/state-of.ts';

type Provider = HTMLElementTagNameMap['portal-provider'];

const backend = useScriptedBackend();
before(() => definePortalElements(['portal-provider']));

describe('<portal-provider>', () => {
  it('has one session for each backend, however it is spelled', async () => {
    const one = await fixture<Provider>(html`<portal-provider backend=${backend.url}></portal-provider>`);
    const same = await fixture<Provider>(
      html`<portal-provider .backend=${`${backend.url}/`}></portal-provider>`,
    );
    const other = await fixture<Provider>(
      html`<portal-provider backend=${`${backend.url}/x`}></portal-provider>`,
    );
    expect(one.session).to.equal(same.session);
    expect(one.session).not.to.equal(other.session);
  });

  it('has no box of its own, and no accessibility problem', async () => {
    const provider = await fixture<Provider>(
      html`<portal-provider backend=${backend.url}><p>Content</p></portal-provider>`,
    );
    expect(getComputedStyle(provider).display).to.equal('contents');
    await expect(provider).to.be.accessible();
  });

  const advice: Record<string, [backend: string | undefined, hint: string]> = {
    'no backend': [undefined, 'backend="https://…"'],
    'a backend that is a path': ['/acme', 'absolute URL'],
    'a backend that is a script': ['javascript:alert(1)', 'absolute URL'],
  };
  for (const [what, [url, hint]] of Object.entries(advice)) {
    it(`warns once of ${what}, and is signed out`, async () => {
      const warnings = recordWarnings();
      const provider = await fixture<Provider>(html`<portal-provider .backend=${url}></portal-provider>`);
      await fixture<Provider>(html`<portal-provider .backend=${url}></portal-provider>`);
      await waitUntil(() => warnings.seen.length > 0);
      expect(await stateOf(provider.session!)).to.deep.equal({ status: 'signed-out' });
      expect(warnings.stop()).to.have.length(1);
      expect(warnings.seen[0]).to.include(hint);
      expect(backend.received).to.deep.equal([]);
    });
  }
});
