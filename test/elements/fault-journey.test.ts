import { expect } from '@open-wc/testing';
import type { MockPortal } from '../../mocks/start-mock-portal.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { loginPage, type LoginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { freshEmail, password } from '../support/register.ts';
import { travel } from '../support/travel.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

/** What neither the page nor its console may hear of. */
const errors: string[] = [];
const onError = ({ message }: ErrorEvent) => void errors.push(message);
const onRejection = ({ reason }: PromiseRejectionEvent) => void errors.push(String(reason));
before(() => {
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
});
after(() => {
  removeEventListener('error', onError);
  removeEventListener('unhandledrejection', onRejection);
});
afterEach(() => expect(errors).to.deep.equal([]));

/** Faults that end a request, and what the visitor is told. */
const told: [ScenarioName, string][] = [
  ['down', words.problems.network],
  ['reset', words.problems.network],
  ['huge', words.problems.unexpected],
  ['bad-gateway', words.problems.unexpected],
  ['busy', words.problems.unavailable],
  ['cors-refused', words.problems['origin-not-allowed']],
  ['server-error', words.problems.unexpected],
  ['malformed', words.problems.unexpected],
  ['wrong-type', words.problems.unexpected],
  ['rate-limited', words.problems['rate-limited']],
];

async function submit({ account, visitor }: LoginPage) {
  await visitor.types(words.email, account.email);
  await visitor.types(words.password, account.password);
  await visitor.presses(words.logIn);
}

/** Open sessions of the page's account, as the backend has them. */
async function sessionsOf(portal: MockPortal, { account, backend }: LoginPage) {
  const business = await portal.storage.businesses.bySlug(new URL(backend).pathname.slice(1));
  const [stored] = await portal.storage.accounts.byEmail(business!.id, account.email);
  return (await portal.storage.sessions.open(stored!.id, Date.now())).length;
}

/** In WebKit a body that breaks off within a service worker, where the mocks are, reaches the page as one that never ends. */
const breaksBodies = !/AppleWebKit(?!.*Chrom)/.test(navigator.userAgent);

describe('when the network or the backend fails', () => {
  for (const [name, sentence] of told) {
    it(`${name}: tells it, keeps what was typed, and the same form works afterwards`, async function () {
      if (name === 'reset' && !breaksBodies) this.skip();
      const opened = await loginPage(portal());
      const { account, page, visitor } = opened;
      // A business that does not list this site does so for every request.
      portal().scenario(name, name === 'cors-refused' ? {} : { endpoint: 'signInWithPassword' });
      await submit(opened);
      await visitor.isTold(sentence);
      expect(visitor.field(words.email)?.value).to.equal(account.email);
      expect(visitor.field(words.password)?.value).to.equal(account.password);
      expect(page.count('portal-failed')).to.equal(1);
      portal().scenario(undefined);
      // Past whatever wait was asked for.
      travel(60_000);
      await visitor.presses(words.logIn);
      await visitor.sees(words.signedIn);
      expect(page.count('portal-signed-in')).to.equal(1);
    });
  }

  for (const name of ['slow', 'hang'] as const) {
    it(`${name}: shows that it works, and goes on with the answer`, async () => {
      const opened = await loginPage(portal());
      const { account, page, visitor } = opened;
      portal().scenario(name, { endpoint: 'signInWithPassword' });
      await submit(opened);
      await until(() => visitor.button(words.working), 'The button shows that it works');
      expect(visitor.field(words.email)?.value).to.equal(account.email);
      portal().scenario(undefined);
      await visitor.sees(words.signedIn);
      expect(page.count('portal-failed')).to.equal(0);
    });
  }

  for (const name of ['hang', 'endless'] as const) {
    it(`${name}: gives up in time, tells it, keeps what was typed`, async () => {
      const opened = await loginPage(portal());
      const { account, visitor } = opened;
      // The client's ten seconds; the limit of an answer that begins is the same as of one that does not.
      const { setTimeout } = window;
      window.setTimeout = ((run: () => void, ms = 0) =>
        setTimeout(run, ms > 9000 && ms <= 10_000 ? 500 : ms)) as typeof setTimeout;
      try {
        portal().scenario(name, { endpoint: 'signInWithPassword' });
        await submit(opened);
        await visitor.isTold(words.problems.timeout);
      } finally {
        window.setTimeout = setTimeout;
      }
      portal().scenario(undefined);
      expect(visitor.field(words.password)?.value).to.equal(account.password);
      await visitor.presses(words.retry);
      await visitor.sees(words.signedIn);
    });
  }

  it('says when the network is back, and submits nothing by itself', async () => {
    const opened = await loginPage(portal());
    const { requests, visitor } = opened;
    portal().scenario('down', { endpoint: 'signInWithPassword' });
    await submit(opened);
    await visitor.isTold(words.problems.network);
    portal().scenario(undefined);
    const logIns = () => requests().filter((name) => name === 'signInWithPassword').length;
    const sent = logIns();
    window.dispatchEvent(new Event('online'));
    await visitor.isTold(words.onlineAgain);
    expect(logIns()).to.equal(sent);
    await visitor.presses(words.retry);
    await visitor.sees(words.signedIn);
  });

  it('a log-in whose answer was lost opens one session, and costs one request more', async () => {
    const opened = await loginPage(portal());
    const { requests, visitor } = opened;
    portal().scenario('lost', { endpoint: 'signInWithPassword', times: 1 });
    await submit(opened);
    await visitor.sees(words.signedIn);
    expect(requests().filter((name) => name === 'signInWithPassword')).to.have.length(2);
    // One of the sign-up, one of this log-in.
    expect(await sessionsOf(portal(), opened)).to.equal(2);
  });

  it('ten clicks and Enter within 100 ms are one request', async () => {
    const opened = await loginPage(portal());
    const { account, page, requests, visitor } = opened;
    portal().scenario('hang', { endpoint: 'signInWithPassword' });
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    const button = visitor.button(words.logIn)!;
    for (let clicks = 0; clicks < 10; clicks++) button.click();
    page.root.querySelector('form')!.requestSubmit();
    await until(() => requests().length > 0, 'A request was sent');
    portal().scenario(undefined);
    await visitor.sees(words.signedIn);
    expect(requests().filter((name) => name === 'signInWithPassword')).to.deep.equal(['signInWithPassword']);
  });

  it('repeats the request on "Try again", with what is in the form', async () => {
    const opened = await loginPage(portal());
    portal().scenario('down', { endpoint: 'signInWithPassword' });
    await submit(opened);
    await opened.visitor.isTold(words.problems.network);
    portal().scenario(undefined);
    await opened.visitor.presses(words.retry);
    await opened.visitor.sees(words.signedIn);
  });

  it('lets a visitor who has to wait send nothing before the wait is over', async () => {
    const opened = await loginPage(portal());
    const { page, requests, visitor } = opened;
    portal().scenario('rate-limited', { endpoint: 'signInWithPassword' });
    await submit(opened);
    await visitor.isTold(words.problems['rate-limited']);
    page.root.querySelector('form')?.requestSubmit();
    expect(visitor.isBusy).to.equal(false);
    expect(requests()).to.deep.equal(['signInWithPassword']);
  });

  it('keeps a whole sign-up typed in through a failure', async () => {
    const person = { name: 'Ada Baker', email: freshEmail(), password };
    const page = await openPage(await portal().addBusiness(), '<portal-signup></portal-signup>');
    const visitor = page.visitor('portal-signup');
    portal().scenario('down', { endpoint: 'startSignUp' });
    await visitor.types(words.name, person.name);
    await visitor.types(words.email, person.email);
    await visitor.types(words.password, person.password);
    await visitor.presses(words.createAccount);
    await visitor.isTold(words.problems.network);
    expect(visitor.field(words.name)?.value).to.equal(person.name);
    expect(visitor.field(words.password)?.value).to.equal(person.password);
    portal().scenario(undefined);
    await visitor.presses(words.retry);
    await visitor.sees(words.checkEmail);
  });

  it('works although the public facts cannot be read', async () => {
    portal().scenario('down', { endpoint: 'readPortal' });
    const opened = await loginPage(portal());
    await submit(opened);
    await opened.visitor.sees(words.signedIn);
  });
});

describe('leaving the page while a request is under way', () => {
  const leaves: Record<string, (login: HTMLElement, root: HTMLElement) => void> = {
    'and coming back': (login, root) => {
      login.remove();
      root.append(login);
    },
    'for another place on it': (login, root) => {
      const place = document.createElement('div');
      root.append(place);
      place.append(login);
    },
  };
  for (const [how, leave] of Object.entries(leaves)) {
    it(`${how}: applies nothing, tells nothing, and the element works`, async () => {
      const opened = await loginPage(portal());
      const { page, visitor } = opened;
      const login = page.element('portal-login');
      portal().scenario('hang', { endpoint: 'signInWithPassword' });
      await submit(opened);
      await until(() => visitor.isBusy, 'Works');
      leave(login, page.root);
      await until(() => !visitor.isBusy, 'Rests again');
      expect(visitor.heading).to.equal(words.logIn);
      expect(page.count('portal-failed')).to.equal(0);
      portal().scenario(undefined);
      await visitor.presses(words.logIn);
      await visitor.sees(words.signedIn);
      expect(page.count('portal-signed-in')).to.equal(1);
    });
  }

  /** When in a request's life the element goes: the faults hold it there. */
  const points: Record<string, (opened: LoginPage) => Promise<unknown>> = {
    'before anything was typed': async () => {},
    'in the same task as the click': (opened) => submit(opened),
    'while the request waits for its answer': async (opened) => {
      portal().scenario('hang', { endpoint: 'signInWithPassword' });
      await submit(opened);
      await until(() => opened.requests().length > 0, 'A request was sent');
    },
    'while the answer arrives': async (opened) => {
      portal().scenario('endless', { endpoint: 'signInWithPassword' });
      await submit(opened);
      await until(() => opened.requests().length > 0, 'A request was sent');
      await new Promise((resolve) => setTimeout(resolve));
    },
    'while it waits for the next try': async (opened) => {
      portal().scenario('down', { endpoint: 'signInWithPassword' });
      await submit(opened);
      await until(() => opened.requests().length > 0, 'A request was sent');
    },
  };
  for (const [when, reach] of Object.entries(points)) {
    it(`for good, ${when}: nothing is shown, told or signed in`, async () => {
      const opened = await loginPage(portal());
      const { page, backend } = opened;
      await reach(opened);
      page.element('portal-login').remove();
      portal().scenario(undefined);
      // Another element finds the session as it was, and works.
      const next = await openPage(backend, '<portal-login></portal-login>');
      const visitor = next.visitor('portal-login');
      await visitor.sees(words.logIn);
      expect(page.events.filter(({ type }) => type !== 'portal-ready')).to.deep.equal([]);
      await submit({ ...opened, visitor });
      await visitor.sees(words.signedIn);
      expect(page.count('portal-signed-in')).to.equal(0);
    });
  }
});
