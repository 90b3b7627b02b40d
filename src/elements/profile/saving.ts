/**
 * Saves each field by itself, when the visitor leaves it. What is typed stays in the inputs, whatever becomes of the
 * request; a field that could not be saved says so until it is.
 */
import { type FieldCode, type FieldValue, type Profile, saveField } from '../../session/profile/profile.ts';
import { type AddressPart, checkField, isMissing, nameRule } from '../../session/profile/rules.ts';
import type { Problem } from '../../session/types.ts';
import type { PortalProfile } from './portal-profile.ts';

/** A field, or what of the account is saved like one. */
export type Asked = Omit<Profile['fields'][number], 'label'> & { label: string };

export interface FieldState {
  /** `open`: typed, and neither sent nor wrong yet. Absent where all is sent at once. */
  status?: 'open' | 'saving' | 'saved' | 'failed' | 'wrong';
  code?: FieldCode | undefined;
  part?: AddressPart | undefined;
}

type Value = FieldValue | null;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Of these the session itself tells. */
const moved: readonly Problem['code'][] = ['account-changed', 'session-ended', 'aborted', 'superseded'];

export class Saving {
  readonly states = new Map<string, FieldState>();
  #host: PortalProfile;
  #read: (field: Asked) => unknown;
  /** Of fields that were left again while they were being saved. */
  #again = new Set<string>();

  /** `read`: what is in the inputs of a field. */
  constructor(host: PortalProfile, read: (field: Asked) => unknown) {
    this.#host = host;
    this.#read = read;
  }

  get isOpen(): boolean {
    return [...this.states.values()].some(({ status }) => status !== 'saved');
  }

  /** Typed in. */
  touch({ name }: Asked): void {
    if (this.states.get(name)?.status === 'saving') this.#again.add(name);
    else this.#become(name, { status: 'open' });
  }

  /** Left, with what is in it. */
  async leave(field: Asked): Promise<void> {
    const { name } = field;
    const state = this.states.get(name);
    if (!state || state.status === 'saved' || state.status === 'saving') return;
    const checked = checkField(name === 'name' ? nameRule : field, this.#read(field));
    if (checked.code !== undefined) {
      const part = 'part' in checked ? checked.part : undefined;
      return this.#become(name, { status: 'wrong', code: checked.code, part });
    }
    if (isSame(checked.value, this.#kept(name))) return this.#become(name, undefined);
    await this.#save(field, checked.value ?? null);
  }

  /** Everything that is not saved yet. */
  async all(fields: readonly Asked[]): Promise<void> {
    await Promise.all(fields.map((field) => this.leave(field)));
  }

  #kept(name: string): Value | undefined {
    return this.#host.data.value?.values[name];
  }

  async #save(field: Asked, value: Value): Promise<void> {
    const { name, label } = field;
    const { store } = this.#host.session;
    const before = this.#host.data.value;
    if (!store || !before) return;
    const sent = this.#read(field);
    this.#become(name, { status: 'saving' });
    const result = await saveField(await store.member(), name, value);
    const now = this.#host.data.value;
    // Another account's, or none: nothing of this is its business.
    if (!now || now.email !== before.email || !this.states.has(name)) return;
    const isNewer = this.#again.delete(name) && !isSame(sent, this.#read(field));
    if (result.ok) {
      const kept = result.value.values[name] ?? null;
      // What was typed meanwhile is newer than what came back.
      this.#become(name, { status: isNewer ? 'open' : 'saved' });
      this.#host.saved(name, kept, label);
    } else {
      const { problem } = result;
      const error = problem.errors?.find(({ pointer }) => pointer.split('/')[2] === name);
      const part = error?.pointer.split('/')[3] as AddressPart | undefined;
      this.#become(name, error ? { status: 'wrong', code: error.code, part } : { status: 'failed' });
      if (!error && !moved.includes(problem.code)) this.#host.failed(problem);
    }
    if (isNewer) {
      this.#become(name, { status: 'open' });
      await this.leave(field);
    }
  }

  #become(name: string, state: FieldState | undefined): void {
    if (state) this.states.set(name, state);
    else this.states.delete(name);
    this.#host.requestUpdate();
  }
}

/** The names of what `app` lacks, or without it any. */
export const lacking = ({ fields, values }: Profile, app?: string): string[] =>
  fields.filter((field) => isMissing(field, values[field.name], app)).map(({ name }) => name);
