/** A mock portal for the tests of one file, started before the first and stopped after the last. */
import { startMockPortal, type MockPortal, type MockPortalOptions } from '../../mocks/start-mock-portal.ts';

/** Where the test runner serves msw's worker script from. */
const worker = '/node_modules/msw/lib/mockServiceWorker.js';

export function useMockPortal(options: MockPortalOptions = {}): () => MockPortal {
  let portal: MockPortal | undefined;
  before(async () => {
    portal = await startMockPortal({ worker, scope: '/', ...options });
  });
  afterEach(() => portal?.scenario(undefined));
  after(() => portal?.stop());
  return () => {
    if (!portal) throw new Error('The mock portal runs only inside tests and hooks');
    return portal;
  };
}
