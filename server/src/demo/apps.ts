/** The apps of the demo bakery: a school of its own, which the portal logs its customers in to, and a plain link. */
import type { Business } from '../domain/business.ts';
import { type AppChange, putApp } from '../domain/manage-apps.ts';
import type { Dependencies } from '../domain/ports.ts';

export const schoolId = 'school';

/** `site`: the origin of the demo pages; `school`: the one of demo/courses-app. Answers the school's client secret, a new one each time. */
export async function putDemoApps(
  deps: Pick<Dependencies, 'storage' | 'clock' | 'random' | 'secrets'>,
  business: Business,
  { site, school }: { site: string; school: string },
): Promise<string> {
  const put = async (id: string, change: AppChange) => {
    const made = await putApp(deps, business, id, change);
    if ('faults' in made) throw new Error(`The demo's app ${id} does not fit: ${made.faults[0]?.fault}`);
    return made.secret;
  };
  const secret = await put(schoolId, {
    name: 'Bread School',
    url: `${school}/`,
    icon: `${site}/img/rye.svg`,
    position: 10,
    signOn: {
      redirectUris: [`${school}/callback`],
      initiateLoginUri: `${school}/log-in`,
      postLogoutRedirectUris: [`${school}/`],
      backchannelLogoutUrl: `${school}/back-channel`,
    },
    isSecretNew: true,
  });
  await put('orders', {
    name: 'Order bread',
    url: `${site}/orders/`,
    icon: `${site}/img/sourdough.svg`,
    position: 11,
  });
  return secret ?? '';
}
