import { expect } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { register } from '../support/register.ts';
import { Visitor } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

/** Ways of putting the same page together. Each returns the log-in element. */
const orders: Record<string, (backend: string, email: string) => HTMLElement> = {
  'parsed as one piece': (backend, email) => {
    const root = place();
    root.innerHTML = `<portal-provider backend="${backend}"><portal-login email="${email}"></portal-login></portal-provider>`;
    return root.querySelector('portal-login') ?? fail();
  },
  'the backend set after everything is on the page': (backend, email) => {
    const provider = document.createElement('portal-provider');
    const login = document.createElement('portal-login');
    provider.append(login);
    place().append(provider);
    login.setAttribute('email', email);
    provider.setAttribute('backend', backend);
    return login;
  },
  'properties set before anything is on the page': (backend, email) => {
    const provider = document.createElement('portal-provider');
    const login = document.createElement('portal-login');
    login.email = email;
    provider.backend = backend;
    provider.append(login);
    place().append(provider);
    return login;
  },
  'the element appended to a provider that is there already': (backend, email) => {
    const provider = document.createElement('portal-provider');
    provider.backend = backend;
    place().append(provider);
    const login = document.createElement('portal-login');
    provider.append(login);
    login.email = email;
    return login;
  },
  'the element moved from one place to another': (backend, email) => {
    const provider = document.createElement('portal-provider');
    provider.backend = backend;
    const root = place();
    root.append(provider);
    const login = document.createElement('portal-login');
    login.email = email;
    root.append(login);
    provider.append(login);
    return login;
  },
};

const places: HTMLElement[] = [];

function place(): HTMLElement {
  const root = document.createElement('div');
  places.push(root);
  document.body.append(root);
  return root;
}

function fail(): never {
  throw new Error('No <portal-login> was parsed');
}

describe('the order of attaching and setting', () => {
  before(() => definePortalElements());
  afterEach(() => {
    for (const root of places.splice(0)) root.remove();
  });

  for (const [title, build] of Object.entries(orders)) {
    it(`does not matter: ${title}`, async () => {
      const backend = await portal().addBusiness();
      const account = await register(portal(), backend);
      const visitor = new Visitor(build(backend, account.email));
      await visitor.types(words.password, account.password);
      expect(visitor.field(words.email)?.value).to.equal(account.email);
      await visitor.presses(words.logIn);
      await visitor.sees(words.signedIn);
    });
  }
});
