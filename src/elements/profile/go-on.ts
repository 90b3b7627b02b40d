/** The way back to the app that wanted more of the profile. */
import { askTicket } from '../../session/apps/launch.ts';
import type { Me } from '../../session/types.ts';
import { postTicket } from '../app-switcher/post-ticket.ts';
import type { PortalProfile } from './portal-profile.ts';

export function goOn(host: PortalProfile, { id, kind, url }: Me['apps'][number]): void {
  if (kind === 'link') location.assign(url);
  else
    void host.act(
      async (member, signal) => {
        const asked = await askTicket(member, id, signal);
        return asked.ok ? postTicket(host.renderRoot, asked.value, signal, () => {}) : asked;
      },
      () => {},
    );
}
