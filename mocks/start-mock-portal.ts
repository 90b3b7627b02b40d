/** A whole portal backend inside the page: every request to its URL is answered by the reference server's app. */
import { http } from 'msw/http';
import { setupWorker } from 'msw/browser';
import type { EndpointName } from '../src/contract/endpoints.ts';
import type { Business, BusinessSettings } from '../server/src/domain/business.ts';
import type { Storage } from '../server/src/domain/ports.ts';
import { createMockBackend } from './backend.ts';
import { behindBrowser } from './browser-network.ts';
import { demoBusiness } from './demo-business.ts';
import { endpointOf } from './endpoint-of.ts';
import { mockMailbox, type MockMailbox } from './mailbox.ts';
import { faultLine, type ScenarioName, type ScenarioReach } from './scenarios.ts';

export interface MockPortalOptions {
  /** URL of msw's worker script. */
  worker?: string;
  /**
   * What the worker controls; this page must be in it. By default the folder of the script. A folder above that
   * needs the header `Service-Worker-Allowed` on the script.
   */
  scope?: string;
  /** Called after mail came. */
  onMail?: () => void;
  /** The first one's URL is `backend`; the others live beside it, each at its slug. */
  businesses?: [Business, ...Business[]];
}

export interface MockPortal {
  /** The backend URL to give to the widget: on another origin than the page, as in real life. */
  readonly backend: string;
  readonly mailbox: MockMailbox;
  readonly storage: Storage;
  /** Moves the server's time; the page's timers stay. */
  readonly clock: { advance(ms: number): void };
  /**
   * Every request since the start, in order of arrival. Left out: preflights, and requests that were only told
   * to come again with a nonce (RFC 9449 section 8), which happens or not by what was read before.
   */
  readonly requests: readonly EndpointName[];
  /** Starts a named fault, or ends it. */
  scenario(name: ScenarioName | undefined, reach?: ScenarioReach): void;
  /** Changes the settings of the first business. */
  settings(patch: Partial<BusinessSettings>): Promise<void>;
  /** Opens another business, like the first one but for these settings, and returns its backend URL. */
  addBusiness(patch?: Partial<BusinessSettings>): Promise<string>;
  stop(): Promise<void>;
}

const publicUrl = 'https://portal.mock.example';

export async function startMockPortal({
  worker: url = '/mockServiceWorker.js',
  scope,
  onMail = () => {},
  businesses = [demoBusiness(location.origin)],
}: MockPortalOptions = {}): Promise<MockPortal> {
  const [business] = businesses;
  const server = await createMockBackend(publicUrl, businesses, onMail);
  const requests: EndpointName[] = [];
  const line = faultLine(server.fetch);
  const answer = behindBrowser(location.origin, line.fetch);

  const worker = setupWorker(
    http.all(`${publicUrl}/*`, async ({ request }) => {
      const endpoint = endpointOf(request);
      if (endpoint) requests.push(endpoint);
      const response = await answer(request);
      const isNonceRenewal = response.headers.get('WWW-Authenticate')?.includes('use_dpop_nonce');
      if (endpoint && isNonceRenewal) requests.splice(requests.lastIndexOf(endpoint), 1);
      return response;
    }),
  );
  await worker.start({
    serviceWorker: { url, ...(scope !== undefined && { options: { scope } }) },
    quiet: true,
    onUnhandledFrame: 'bypass',
  });

  return {
    backend: `${publicUrl}/${business.slug}`,
    requests,
    mailbox: mockMailbox(server.storage.mailbox),
    storage: server.storage,
    clock: server.clock,
    scenario: line.set,
    async settings(patch) {
      const current = (await server.storage.businesses.bySlug(business.slug)) ?? business;
      await server.storage.businesses.put({ ...current, settings: { ...current.settings, ...patch } });
    },
    async addBusiness(patch) {
      const id = crypto.randomUUID();
      await server.storage.businesses.put({ id, slug: id, settings: { ...business.settings, ...patch } });
      return `${publicUrl}/${id}`;
    },
    async stop() {
      line.set(undefined);
      await worker.stop();
      await server.storage.close();
    },
  };
}
