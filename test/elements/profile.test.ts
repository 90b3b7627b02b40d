import '../support/visible-keepalive.ts';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { useMockPortal } from '../support/mock-portal.ts';
import { everyField, isSaved, openProfile, type ProfilePage, waitFor } from '../support/profile-page.ts';

const portal = useMockPortal();

describe('portal-profile', () => {
  let page: ProfilePage;
  before(() => portal().settings({ profileFields: everyField, languages: ['en', 'de'] }));
  const open = async (attributes = '') => (page = await openProfile(portal(), attributes));
  afterEach(() => page.store.signOut());
  const server = async () => {
    const account = page.store.state.status === 'signed-in' ? page.store.state.account.id : '';
    const { id: businessId } = (await portal().storage.businesses.bySlug(
      portal().backend.split('/').pop()!,
    ))!;
    return portal().storage.profiles.of({ businessId, id: account });
  };

  it('asks what the business asks, with the tokens that browsers fill in by', async () => {
    await open();
    const tokens = [...page.element.querySelectorAll<HTMLInputElement>('[name]')].map((one) => [
      one.name,
      one.getAttribute('autocomplete'),
    ]);
    expect(Object.fromEntries(tokens)).to.include({
      name: 'name',
      phone: 'tel',
      birthday: 'bday',
      billing: 'email',
      origin: 'country',
      'home/street': 'address-line1',
      'home/postalCode': 'postal-code',
      'home/city': 'address-level2',
      'home/country': 'country',
    });
    expect(page.input('Full name').value).to.equal('Ada Baker');
    expect(page.completion()).to.equal('0 of 3 required answers');
    expect(page.element.matches(':state(complete)')).to.equal(false);
  });

  it('saves each field when it is left, in the form in which it is kept, and counts what is there', async () => {
    await open();
    page.type('Phone', '0044 (0)20 7946 0000');
    await isSaved(page, 'Phone');
    expect(page.input('Phone').value).to.equal('+44 20 7946 0000');
    expect(await server()).to.deep.equal({ phone: '+442079460000' });
    page.choose('Plan', 'pro');
    await isSaved(page, 'Plan');
    page.type('Customer number (optional)', ' AB1234 ');
    await isSaved(page, 'Customer number (optional)');
    expect(page.input('Customer number (optional)').value).to.equal('AB1234');
    expect(await server()).to.deep.equal({ phone: '+442079460000', plan: 'pro', code: 'AB1234' });
    expect(page.completion()).to.equal('2 of 3 required answers');
    expect(page.inside.querySelector('progress')?.value).to.equal(2);
  });

  it('saves ticks, choices and texts of several lines', async () => {
    await open();
    page.input('Rye').click();
    page.input('Buns').click();
    await waitFor(async () => JSON.stringify((await server())['likes']) === '["rye","buns"]');
    page.input('I agree to the terms').click();
    await isSaved(page, 'I agree to the terms');
    page.type('About you (optional)', 'One\nTwo');
    await isSaved(page, 'About you (optional)');
    page.type('Date of birth (optional)', '1990-12-31');
    await isSaved(page, 'Date of birth (optional)');
    expect(await server()).to.deep.equal({
      likes: ['rye', 'buns'],
      terms: true,
      about: 'One\nTwo',
      birthday: '1990-12-31',
    });
    page.input('Rye').click();
    await waitFor(async () => JSON.stringify((await server())['likes']) === '["buns"]');
  });

  it('takes an address for one value: it is saved when its last part is left, and says which part is missing', async () => {
    await open();
    const street = page.input('Street and number');
    street.focus();
    await sendKeys({ type: '1 High Street' });
    page.input('Town or city').focus();
    await page.element.updateComplete;
    expect(page.notes('Street and number')).to.include({ error: '', state: 'Not saved yet' });
    page.input('Town or city').blur();
    await waitFor(() => page.notes('Town or city').error !== '');
    expect(page.input('Town or city').ariaInvalid).to.equal('true');
    expect(await server()).to.deep.equal({});
    page.type('Town or city', 'Leeds');
    page.choose('Country', 'GB');
    page.type('Postal code', 'LS1 4DY');
    await isSaved(page, 'Street and number');
    expect(await server()).to.deep.equal({
      home: { street: '1 High Street', city: 'Leeds', postalCode: 'LS1 4DY', country: 'GB' },
    });
  });

  it('says what is wrong at the field, without asking the server, and keeps what was typed', async () => {
    await open();
    const asked = portal().requests.length;
    page.type('Phone', '020 7946 0000');
    await waitFor(() => page.notes('Phone').error !== '');
    expect(page.notes('Phone').error).to.contain('begin with +');
    expect(page.input('Phone')).to.include({ value: '020 7946 0000', ariaInvalid: 'true' });
    page.type('Customer number (optional)', '1234');
    await waitFor(() => page.notes('Customer number (optional)').error.includes('form that is asked for'));
    page.type('Full name', ' ');
    await waitFor(() => page.notes('Full name').error === 'Please fill this in.');
    expect(portal().requests.length).to.equal(asked);
    expect(page.element.matches(':state(unsaved)')).to.equal(true);
  });

  it('leaves alone what was only visited', async () => {
    await open();
    const asked = portal().requests.length;
    page.input('Phone').focus();
    page.input('Phone').blur();
    await page.element.updateComplete;
    expect(page.notes('Phone').error).to.equal('');
    expect(portal().requests.length).to.equal(asked);
  });

  it('keeps what could not be saved, says so, and saves it when asked again', async () => {
    await open();
    portal().scenario('down');
    page.type('Phone', '+44 20 7946 0000');
    page.type('Full name', 'Ada King');
    await waitFor(() => page.inside.querySelector('[role=alert]') !== null, 'an alert');
    await waitFor(() => page.notes('Full name').state === 'Not saved yet');
    await waitFor(() => page.notes('Phone').state === 'Not saved yet');
    expect(page.element.matches(':state(unsaved)')).to.equal(true);
    portal().scenario(undefined);
    page.inside.querySelector<HTMLElement>('[part=retry]')!.click();
    await isSaved(page, 'Phone');
    await isSaved(page, 'Full name');
    expect(page.inside.querySelector('[role=alert]')).to.equal(null);
    expect(await server()).to.deep.equal({ phone: '+442079460000' });
  });

  it('keeps what was typed when it leaves the page and comes back, and when a framework clears it', async () => {
    await open();
    const phone = page.input('Phone');
    phone.value = '+44 20';
    phone.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.element.updateComplete;
    const parent = page.element.parentElement!;
    page.element.remove();
    parent.append(page.element);
    await page.element.updateComplete;
    expect(page.input('Phone').value).to.equal('+44 20');
    expect(page.notes('Phone').state).to.equal('Not saved yet');
    page.element.replaceChildren();
    await waitFor(() => page.element.querySelector('form') !== null);
    expect(page.input('Phone').value).to.equal('+44 20');
  });

  it('does not put what comes back in place of what was typed meanwhile', async () => {
    await open();
    portal().scenario('slow');
    page.type('Full name', 'Ada  King');
    await waitFor(() => page.notes('Full name').state.startsWith('Saving'));
    page.type('Full name', 'Ada Byron King');
    portal().scenario(undefined);
    await waitFor(async () => {
      const me = await (await page.store.member()).me();
      return me.ok && me.value.account.name === 'Ada Byron King';
    }, 'the second name is kept');
    expect(page.input('Full name').value).to.equal('Ada Byron King');
  });

  it('tells the page once that everything is there, and takes the visitor back to the app they came from', async () => {
    await portal().storage.apps.put({
      businessId: (await portal().storage.businesses.bySlug(portal().backend.split('/').pop()!))!.id,
      id: 'courses',
      name: 'Courses',
      url: 'https://courses.example/',
      icon: null,
      badge: 0,
      position: 0,
      isEnabled: true,
      access: 'everyone',
      client: null,
    } as never);
    await open('return-to="courses"');
    await waitFor(() => page.inside.textContent?.includes('Courses opens once'));
    page.type('Phone', '+442079460000');
    await isSaved(page, 'Phone');
    page.choose('Plan', 'basic');
    await isSaved(page, 'Plan');
    expect(page.count('portal-profile-saved')).to.equal(0);
    page.input('I agree to the terms').click();
    await waitFor(() => page.count('portal-profile-saved') === 1);
    expect(page.events.findLast(({ type }) => type === 'portal-profile-saved')?.detail).to.deep.equal({
      complete: true,
    });
    expect(page.element.matches(':state(complete)')).to.equal(true);
    expect(await page.read()).to.deep.equal([]);
    page.root.addEventListener('portal-navigate', (event) => event.preventDefault());
    const button = page.inside.querySelector<HTMLElement>('[part=continue]')!;
    expect(button.textContent?.trim()).to.equal('Continue to Courses');
    button.click();
    expect(page.events.at(-1)).to.deep.equal({
      type: 'portal-navigate',
      detail: { to: 'app', app: 'courses' },
    });
    page.type('Full name', 'Ada King');
    await isSaved(page, 'Full name');
    expect(page.count('portal-profile-saved')).to.equal(1);
  });

  it('leaves nothing of one visitor for the next', async () => {
    await open();
    page.type('Phone', '+442079460000');
    await isSaved(page, 'Phone');
    const { element } = page;
    await page.store.signOut();
    await waitFor(() => !element.querySelector('form'));
    const second = await openProfile(portal());
    expect(second.input('Phone').value).to.equal('');
    expect(element.querySelector<HTMLInputElement>('[name=phone]')?.value ?? '').to.equal('');
  });

  it('is completed by keyboard alone', async () => {
    await open();
    page.element.focus();
    expect(document.activeElement).to.equal(page.input('Phone'));
    await sendKeys({ type: '+442079460000' });
    await sendKeys({ press: 'Enter' });
    await isSaved(page, 'Phone');
    expect(await page.read()).to.deep.equal(['plan', 'terms']);
  });

  it('shows a new name at once wherever it stands, and keeps it', async () => {
    await open();
    const menu = document.createElement('portal-account-menu');
    page.root.append(menu);
    const shown = () => menu.shadowRoot?.querySelector('.opener')?.textContent?.trim();
    await waitFor(() => shown()?.includes('Ada Baker'), 'the menu says who it is');
    // The menu has asked who this is.
    await waitFor(() => menu.shadowRoot?.querySelector('.ways'), 'the menu has loaded');
    page.type('Full name', 'Grace Miller');
    await isSaved(page, 'Full name');
    await waitFor(() => shown()?.includes('Grace Miller'), 'the menu has the new name');
    const { state } = page.store;
    expect(state.status === 'signed-in' && state.account.name).to.equal('Grace Miller');
  });

  it('asks before a reload takes what is not saved, and saves what can be; else it lets the page go', async () => {
    await open();
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leaves(), 'nothing was typed').to.equal(true);
    const phone = page.input('Phone');
    phone.focus();
    phone.value = '+44 20 7946 0000';
    phone.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.element.updateComplete;
    expect(leaves(), 'typed, and not left').to.equal(false);
    await isSaved(page, 'Phone');
    expect(await server()).to.deep.equal({ phone: '+442079460000' });
    await waitFor(leaves, 'it may be left');
  });
});
