/** What stands below the fields, each fetched when it is opened: devices, the account's data, the account itself. */
import { html, nothing, type TemplateResult } from 'lit';
import { day, fill } from '../../i18n/after/format.ts';
import type { ProfileStrings } from '../../i18n/profile/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import { create } from '../../internal/page.ts';
import { exportAccount, type Profile } from '../../session/profile/profile.ts';
import type { Result } from '../../session/types.ts';
import type { Member } from '../member-data.ts';
import { levelBelow } from '../member-element.ts';
import type { PortalAccountCare } from './portal-account-care.ts';
import type { PortalProfile } from './portal-profile.ts';

type AllStrings = Strings & ProfileStrings;
export type SectionName = 'devices' | 'download' | 'care';
type Device = Extract<Awaited<ReturnType<Member['sessions']>>, { ok: true }>['value']['sessions'][number];

/** What an act can go on with. */
const done = (result: Result<undefined>): Result<'done'> =>
  result.ok ? { ok: true, value: 'done' } : result;

export class Sections {
  #host: PortalProfile;
  #devices: readonly Device[] | undefined;
  #opened = new Set<SectionName>();
  #care: PortalAccountCare | undefined;

  constructor(host: PortalProfile) {
    this.#host = host;
  }

  open(name: SectionName): void {
    this.#opened.add(name);
    if (name === 'devices') this.#load();
  }

  /** Nothing of one visitor is left for the next. */
  forget(): void {
    this.#devices = undefined;
    this.#opened.clear();
    this.#care?.remove();
    this.#care = undefined;
  }

  view(name: SectionName, strings: AllStrings, profile: Profile): TemplateResult | typeof nothing {
    if (!this.#opened.has(name)) return nothing;
    if (name === 'devices') return this.#devicesView(strings);
    return name === 'download' ? this.#downloadView(strings) : this.#careView(profile);
  }

  #load() {
    void this.#host.act(
      (member, signal) => member.sessions(signal),
      ({ sessions }) => (this.#devices = sessions),
    );
  }

  #devicesView(strings: AllStrings): TemplateResult {
    const devices = this.#devices;
    if (!devices) return html`<span class="bone" aria-hidden="true">${strings.working}</span>`;
    return html`<p>${strings.devicesLead}</p>
      <ul>
        ${devices.map((device) => {
          const name = device.device ?? strings.deviceUnknown;
          return html`<li part="device">
            <p>
              <strong>${name}</strong>
              ${device.current ? strings.deviceCurrent : fill(strings.deviceUsed, { date: day(device.lastUsedAt, strings) })}
            </p>
            ${
              device.current
                ? nothing
                : html`<button
                    type="button"
                    part="sign-out"
                    aria-label=${fill(strings.deviceSignOut, { device: name })}
                    @click=${() => this.#signOut(device, strings)}
                  >
                    ${strings.deviceSignOutShort}
                  </button>`
            }
          </li>`;
        })}
      </ul>
      <p>${strings.signOutEverywhereLead}</p>
      <button type="button" part="sign-out-everywhere" @click=${this.#signOutEverywhere}>
        ${strings.signOutEverywhere}
      </button>`;
  }

  #signOut({ id, device }: Device, strings: AllStrings) {
    void this.#host.act(
      async (member, signal) => {
        const result = await member.endSession(id, signal);
        // It is logged out already.
        return !result.ok && result.problem.code === 'session-not-found'
          ? { ok: true, value: 'done' as const }
          : done(result);
      },
      () => {
        this.#devices = this.#devices?.filter((one) => one.id !== id);
        this.#host.tell(fill(strings.deviceSignedOut, { device: device ?? strings.deviceUnknown }));
        // Its button has gone, and the focus with it.
        void this.#host.updateComplete.then(() =>
          this.#host.renderRoot.querySelector<HTMLElement>('[part=sign-out-everywhere]')?.focus(),
        );
      },
    );
  }

  #signOutEverywhere = () =>
    void this.#host.act(
      async (member, signal) => done(await member.signOutEverywhere(signal)),
      () => {},
    );

  #downloadView(strings: AllStrings): TemplateResult {
    return html`<p>${strings.downloadLead}</p>
      <button type="button" part="download" @click=${() => this.#download(strings)}>
        ${strings.downloadAction}
      </button>`;
  }

  #download(strings: AllStrings) {
    void this.#host.act(exportAccount, (data) => {
      const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
      const link = create('a') as HTMLAnchorElement;
      link.href = URL.createObjectURL(file);
      link.download = `${strings.downloadFile}.json`;
      link.click();
      // The browser has taken it over by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      this.#host.tell(strings.downloaded);
    });
  }

  /** Its forms must not stand in our shadow root: an element of its own, among our light children. */
  #careView({ hasPassword }: Profile): TemplateResult {
    this.#care ??= create('portal-account-care') as PortalAccountCare;
    const care = this.#care;
    care.slot = 'care';
    care.headingLevel = levelBelow(this.#host.headingLevel);
    care.hasPassword = hasPassword;
    care.changed = this.#host.data.reload;
    if (care.parentNode !== this.#host) this.#host.append(care);
    return html`<slot name="care"></slot>`;
  }
}
