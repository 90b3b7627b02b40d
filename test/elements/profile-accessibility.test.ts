import '../support/visible-keepalive.ts';
import { expect } from '@open-wc/testing';
import { useMockPortal } from '../support/mock-portal.ts';
import { everyField, openProfile, type ProfilePage, waitFor } from '../support/profile-page.ts';

const portal = useMockPortal();

describe('portal-profile is accessible', () => {
  let page: ProfilePage;
  before(() => portal().settings({ profileFields: everyField, languages: ['en', 'de'] }));
  beforeEach(async () => (page = await openProfile(portal())));
  afterEach(() => page.store.signOut());
  const section = (name: string) => {
    const found = [...page.inside.querySelectorAll('details')].find((one) =>
      one.textContent?.includes(name),
    )!;
    found.querySelector<HTMLElement>('summary')!.click();
    return found;
  };

  it('with its fields', () => expect(page.element).to.be.accessible());

  it('with errors', async () => {
    for (const label of ['Phone', 'Street and number']) page.type(label, 'x');
    await waitFor(() => page.notes('Phone').error !== '');
    await expect(page.element).to.be.accessible();
  });

  it('with devices', async () => {
    const devices = section('Devices');
    await waitFor(() => devices.querySelector('li') !== null);
    await expect(page.element).to.be.accessible();
  });

  for (const [button, field] of [
    ['Change password', 'New password'],
    ['Change email', 'New email'],
    ['Delete account', 'To confirm, enter'],
  ] as const)
    it(`in "${button}"`, async () => {
      section('Password, email');
      const care = () => page.element.querySelector('portal-account-care')?.shadowRoot;
      const action = () =>
        [...(care()?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === button);
      await waitFor(() => action() !== undefined);
      await expect(page.element).to.be.accessible();
      action()!.click();
      const label = () =>
        [...page.element.querySelectorAll('label')].some((one) => one.textContent?.startsWith(field));
      await waitFor(label);
      await expect(page.element).to.be.accessible();
    });
});
