import { expect, fixture, html } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { recordWarnings } from '../support/warnings.ts';
import { useScriptedBackend } from '../support/scripted-backend.ts';
import { stateOf } from '../support/state-of.ts';
import { waitUntil } from '../support/wait-until.ts';

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

  it('puts the site’s words in the place of ours, at once and later, and adds to those around it', async () => {
    await definePortalElements(['portal-login']);
    const outer = await fixture<Provider>(
      html`<portal-provider backend=${backend.url} .strings=${{ logIn: 'Come in', email: 'Address' }}>
        <portal-provider backend=${backend.url} .strings=${{ logIn: 'Enter', fields: { required: 'Do!' } }}>
          <portal-login></portal-login>
        </portal-provider>
      </portal-provider>`,
    );
    const login = outer.querySelector('portal-login')!;
    const button = () => login.querySelector('button[type=submit]')?.textContent?.trim();
    await waitUntil(() => button() === 'Enter');
    expect(login.querySelector('label')!.textContent!.trim()).to.equal('Address');
    outer.querySelector('portal-provider')!.strings = {};
    await waitUntil(() => button() === 'Come in');
    outer.strings = { logIn: 'Hello' };
    await waitUntil(() => button() === 'Hello');
    expect(login.querySelector('label')!.textContent!.trim()).to.equal('Email');
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
