import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { PortalProvider } from '../../src/elements/provider/portal-provider.ts';
import { SessionController } from '../../src/session/session-controller.ts';
import { sharedSession } from '../../src/session/shared-session.ts';
import { account, grant } from '../support/answers.ts';
import { recordWarnings } from '../support/warnings.ts';
import { answer, useScriptedBackend } from '../support/scripted-backend.ts';
import { waitUntil } from '../support/wait-until.ts';

const backend = useScriptedBackend();

class TestConsumer extends LitElement {
  session = new SessionController(this);
  protected override render() {
    return this.session.state.status;
  }
}
customElements.define('test-consumer', TestConsumer);

const consumer = (root: ParentNode) => root.querySelector<TestConsumer>('test-consumer')!;

describe('SessionController', () => {
  // First, because a page cannot take a definition back.
  it('waits as long as a provider may still be defined, then binds', async () => {
    const page = await fixture(
      html`<portal-provider backend=${backend.url}><test-consumer></test-consumer></portal-provider>`,
    );
    expect(consumer(page).session.binding).to.equal('awaiting');
    await definePortalElements(['portal-provider']);
    await waitUntil(() => consumer(page).session.binding === 'bound');
    expect(consumer(page).session.store).to.equal(sharedSession(backend.url));
  });

  it('is not connected before its element is', () => {
    expect(new TestConsumer().session.binding).to.equal('pre-connect');
  });

  it('says that there is no provider, to the console too', async () => {
    const warnings = recordWarnings();
    const lonely = await fixture<TestConsumer>(html`<test-consumer></test-consumer>`);
    await fixture<TestConsumer>(html`<test-consumer></test-consumer>`);
    await waitUntil(() => lonely.session.binding === 'missing');
    expect(warnings.stop()).to.have.length(1);
    expect(warnings.seen[0])
      .to.include('<test-consumer>')
      .and.include('data-backend')
      .and.include('<portal-provider');
  });

  it('binds when it is moved into a provider after all', async () => {
    const lonely = await fixture<TestConsumer>(html`<test-consumer></test-consumer>`);
    await waitUntil(() => lonely.session.binding === 'missing');
    const provider = await fixture(html`<portal-provider backend=${backend.url}></portal-provider>`);
    provider.append(lonely);
    expect(lonely.session.binding).to.equal('bound');
  });

  it('follows the state, until its element leaves', async () => {
    backend.on('signInWithPassword', answer('signInWithPassword', { outcome: 'signed-in', grant: grant() }));
    const page = await fixture(
      html`<portal-provider backend=${backend.url}><test-consumer></test-consumer></portal-provider>`,
    );
    const element = consumer(page);
    await waitUntil(() => element.session.state.status === 'signed-out');
    await element.session.store!.signInWithPassword({ email: account.email, password: 'correct horse' });
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.equal('signed-in');
    element.remove();
    expect(element.session.binding).to.equal('pre-connect');
    expect(element.session.state).to.deep.equal({ status: 'unknown' });
    page.append(element);
    expect(element.session.state.status).to.equal('signed-in');
  });

  it('goes over to a provider that comes to stand between it and the present one', async () => {
    const page = await fixture(
      html`<portal-provider backend=${backend.url}
        ><late-provider><test-consumer></test-consumer></late-provider
      ></portal-provider>`,
    );
    expect(consumer(page).session.store).to.equal(sharedSession(backend.url));
    class LateProvider extends PortalProvider {
      override backend = `${backend.url}/nearer`;
    }
    customElements.define('late-provider', LateProvider);
    await waitUntil(() => consumer(page).session.store === sharedSession(`${backend.url}/nearer`));
    expect(consumer(page).session.binding).to.equal('bound');
  });

  it('goes with its provider to another backend', async () => {
    const page = await fixture<HTMLElementTagNameMap['portal-provider']>(
      html`<portal-provider backend=${backend.url}><test-consumer></test-consumer></portal-provider>`,
    );
    page.backend = `${backend.url}/other`;
    await page.updateComplete;
    expect(consumer(page).session.store).to.equal(sharedSession(`${backend.url}/other`));
    expect(consumer(page).session.binding).to.equal('bound');
  });

  it('is there again after its element was moved a thousand times, with one subscription', async () => {
    const page = await fixture(
      html`<portal-provider backend=${backend.url}><test-consumer></test-consumer></portal-provider>`,
    );
    const element = consumer(page);
    let subscriptions = 0;
    const store = element.session.store!;
    const { subscribe } = store;
    store.subscribe = (subscriber) => {
      subscriptions++;
      const unsubscribe = subscribe.call(store, subscriber);
      return () => {
        subscriptions--;
        unsubscribe();
      };
    };
    for (let i = 0; i < 1000; i++) page.append(element);
    await nextFrame();
    Reflect.deleteProperty(store, 'subscribe');
    // The subscription from before the count was ended within it.
    expect(subscriptions).to.equal(1);
    expect(element.session.binding).to.equal('bound');
  });
});
