/** A page with the log-in form, of a new business that has one account. */
import type { BusinessSettings } from '../../server/src/domain/business.ts';
import type { MockPortal } from '../../mocks/start-mock-portal.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import { openPage, type Page } from './page.ts';
import { register } from './register.ts';
import type { Visitor } from './visitor.ts';

export interface LoginPage {
  backend: string;
  account: { name: string; email: string; password: string };
  page: Page;
  visitor: Visitor;
  /** What the page asked the backend to do; reading the public facts is left out. */
  requests(): EndpointName[];
}

export async function loginPage(
  portal: MockPortal,
  {
    settings,
    content = '<portal-login></portal-login>',
  }: { settings?: Partial<BusinessSettings>; content?: string } = {},
): Promise<LoginPage> {
  const backend = await portal.addBusiness(settings);
  const account = await register(portal, backend);
  const before = portal.requests.length;
  const page = await openPage(backend, content);
  return {
    backend,
    account,
    page,
    visitor: page.visitor('portal-login'),
    requests: () => portal.requests.slice(before).filter((name) => name !== 'readPortal'),
  };
}
