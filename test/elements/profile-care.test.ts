import '../support/visible-keepalive.ts';
import { expect } from '@open-wc/testing';
import { numbers } from '../../server/src/domain/numbers.ts';
import { PortalClient } from '../../src/api/portal-client.ts';
import { createKey } from '../../src/api/proof.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openProfile, type ProfilePage, waitFor } from '../support/profile-page.ts';
import { freshEmail, password } from '../support/register.ts';
import { until, Visitor } from '../support/visitor.ts';

const portal = useMockPortal();

describe('portal-profile: the account itself', () => {
  let page: ProfilePage;
  before(() => portal().settings({ profileFields: [] }));
  beforeEach(async () => (page = await openProfile(portal())));
  afterEach(() => page.store.signOut());

  async function section(name: string) {
    const found = [...page.inside.querySelectorAll('details')].find((one) =>
      one.textContent?.includes(name),
    )!;
    found.querySelector<HTMLElement>('summary')!.click();
    await until(() => found.querySelector('.inside :not(.bone)') !== null, `"${name}" is open`);
    return found;
  }
  async function care(action: string) {
    await section('Password, email');
    const host = await until(
      () => page.element.querySelector('portal-account-care') ?? undefined,
      'The care is there',
    );
    const visitor = new Visitor(host);
    await until(() => visitor.button(action), action);
    await visitor.presses(action);
    return visitor;
  }
  /** The proof of the log-in is as old as the backend lets none be. */
  const growOld = () => portal().clock.advance(numbers.stepUpFresh + 60_000);
  const logIn = async (email: string, typed: string) =>
    (
      await new PortalClient(portal().backend).call(
        'signInWithPassword',
        { email, password: typed },
        { key: await createKey() },
      )
    ).ok;

  it('changes the password, and asks for the present one first when the log-in is long ago', async () => {
    growOld();
    const visitor = await care('Change password');
    await visitor.types('New password', 'quite another sentence');
    await visitor.presses('Save password');
    await until(() => visitor.field('Password'), 'The present password is asked for');
    await visitor.types('Password', password);
    await visitor.presses('Confirm');
    await until(() => visitor.button('Change email'), 'Back at the list');
    expect(visitor.everything).to.contain('Your new password is saved.');
    expect(await logIn(page.person.email, 'quite another sentence')).to.equal(true);
    expect(await logIn(page.person.email, password)).to.equal(false);
  });

  it('says at its field what is wrong with a password', async () => {
    const visitor = await care('Change password');
    await visitor.types('New password', 'short');
    await visitor.presses('Save password');
    await until(() => visitor.isInvalid('New password'), 'It is too short');
    expect(visitor.note('New password')).to.contain('at least 8');
  });

  it('takes a code in place of the password, and then does what waited', async () => {
    growOld();
    const visitor = await care('Change password');
    await visitor.types('New password', 'a third long sentence');
    await visitor.presses('Save password');
    await until(() => visitor.button('Email me a code instead'), 'A code is offered');
    await visitor.presses('Email me a code instead');
    await until(() => visitor.field('Code'), 'The code is asked for');
    await visitor.types('Code', await portal().mailbox.codeFor(page.person.email));
    await visitor.presses('Continue');
    await until(() => visitor.button('Change email'), 'Back at the list');
    expect(await logIn(page.person.email, 'a third long sentence')).to.equal(true);
  });

  it('moves the account to another email once that is proved', async () => {
    const visitor = await care('Change email');
    const email = freshEmail();
    await visitor.types('New email', 'nonsense');
    await visitor.types('Password', password);
    await visitor.presses('Email me a code');
    await until(() => visitor.isInvalid('New email'), 'That is no email');
    await visitor.types('New email', email);
    await visitor.presses('Email me a code');
    await until(() => visitor.field('Code'), 'The code is asked for');
    await visitor.types('Code', await portal().mailbox.codeFor(email));
    await visitor.presses('Continue');
    await until(() => visitor.heading.includes(email), 'The list names the new email');
    expect(await logIn(email, password)).to.equal(true);
  });

  it('deletes the account, once its email was typed and the person is proved', async () => {
    growOld();
    const visitor = await care('Delete account');
    expect(visitor.everything).to.contain('cannot be undone');
    const confirm = `To confirm, enter ${page.person.email}`;
    await visitor.types(confirm, 'yes');
    const asked = portal().requests.length;
    await visitor.presses('Delete this account');
    await until(() => visitor.isInvalid(confirm), 'That is not the email');
    expect(portal().requests.length).to.equal(asked);
    await visitor.types(confirm, page.person.email.toUpperCase());
    await visitor.presses('Delete this account');
    await until(() => visitor.field('Password'), 'The password is asked for');
    await visitor.types('Password', password);
    await visitor.presses('Confirm');
    await until(() => page.store.state.status === 'signed-out', 'Logged out');
    expect(page.element.querySelector('form')).to.equal(null);
    expect(await logIn(page.person.email, password)).to.equal(false);
  });

  it('lists the devices, marks this one, and logs another out', async () => {
    // The sign-up was on another one.
    const devices = await section('Devices');
    await waitFor(() => devices.querySelectorAll('li').length === 2);
    expect(
      [...devices.querySelectorAll('li')].filter((one) => one.textContent?.includes('This device')),
    ).to.have.length(1);
    devices.querySelector<HTMLElement>('[part=sign-out]')!.click();
    await waitFor(() => devices.querySelectorAll('li').length === 1);
    expect(devices.textContent).to.contain('This device');
    const list = await (await page.store.member()).sessions();
    expect(list.ok && list.value.sessions).to.have.length(1);
    await waitFor(() => page.inside.activeElement?.matches('[part=sign-out-everywhere]'));
    devices.querySelector<HTMLElement>('[part=sign-out-everywhere]')!.click();
    await until(() => page.store.state.status === 'signed-out', 'Logged out everywhere');
  });

  it('hands out everything that is kept of the account, as a file', async () => {
    const data = await section('Your data');
    let file: { name: string; url: string } | undefined;
    const listen = (event: MouseEvent) => {
      const link = event.target as HTMLAnchorElement;
      file = { name: link.download, url: link.href };
      event.preventDefault();
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', listen, { once: true });
      click.call(this);
    };
    try {
      data.querySelector<HTMLElement>('[part=download]')!.click();
      await until(() => file, 'There is a file');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(file?.name).to.equal('my-data.json');
    const content = (await (await fetch(file!.url)).json()) as {
      account: { email: string };
      sessions: unknown[];
    };
    expect(content.account.email).to.equal(page.person.email);
    expect(content.sessions).to.have.length(2);
  });
});
