/** Storage that fails in every way that browsers have shown: it costs the visitor persistence, never the log-in. */
import { expect } from '@open-wc/testing';
import { breakStorage, type StorageFault } from '../support/broken-storage.ts';
import { loginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { until } from '../support/visitor.ts';
import { words } from '../support/words.ts';

const portal = useMockPortal();

const faults: StorageFault[] = ['blocked', 'failing', 'hanging', 'full', 'no keys'];

describe('storage that fails', () => {
  for (const fault of faults) {
    it(`${fault}: the form is there at once, and logs in, for as long as the page is open`, async () => {
      const mend = breakStorage(fault);
      try {
        const { account, page, visitor } = await loginPage(portal());
        await until(() => visitor.field(words.password), 'The form stands');
        await visitor.types(words.email, account.email);
        await visitor.types(words.password, account.password);
        await visitor.presses(words.logIn);
        await visitor.sees(words.signedIn);
        expect(visitor.everything).to.include(account.name);
        expect(page.count('portal-failed')).to.equal(0);
        await visitor.presses(words.logOut);
        await visitor.sees(words.logIn);
      } finally {
        mend();
      }
    });
  }

  it('deleted while it is used: the visitor stays logged in, and logs out', async () => {
    const { account, visitor } = await loginPage(portal());
    await visitor.types(words.email, account.email);
    await visitor.types(words.password, account.password);
    await visitor.presses(words.logIn);
    await visitor.sees(words.signedIn);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('portal-elements');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect(visitor.heading).to.equal(words.signedIn);
    await visitor.presses(words.logOut);
    await visitor.sees(words.logIn);
  });
});
