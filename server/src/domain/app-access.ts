/** May this account use this app now? Asked wherever an app is opened, and whenever it asks who somebody is. */
import type { Business } from './business.ts';
import type { AccountRecord, AppRecord, Dependencies } from './ports.ts';
import { missingFields } from './profile.ts';

export interface Access {
  app: AppRecord;
  account: AccountRecord;
  /** Until everything is there that the business asks for, the app stays closed. */
  isComplete: boolean;
}

/** Undefined where there is no such app, or it is not for this account: nobody can tell which. */
export async function accessTo(
  deps: Pick<Dependencies, 'storage'>,
  business: Business,
  appId: string,
  accountId: string,
): Promise<Access | undefined> {
  const usable = await deps.storage.apps.usable(business.id, appId, accountId);
  if (!usable) return undefined;
  const missing = await missingFields(deps, business, usable.account, appId);
  return { ...usable, isComplete: missing.length === 0 };
}

/** The same, and nothing where the profile is not complete. */
export async function openTo(
  deps: Pick<Dependencies, 'storage'>,
  business: Business,
  appId: string,
  accountId: string,
): Promise<Access | undefined> {
  const access = await accessTo(deps, business, appId, accountId);
  return access?.isComplete ? access : undefined;
}
