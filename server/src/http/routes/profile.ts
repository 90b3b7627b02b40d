import { exportAccount } from '../../domain/export-account.ts';
import { readProfile, saveProfile } from '../../domain/profile.ts';
import type { Handlers } from '../handler.ts';

export const profileRoutes: Handlers<'readProfile' | 'saveProfile' | 'exportAccount'> = {
  readProfile: ({ deps, caller, who }) => readProfile(deps, caller, who),
  saveProfile: ({ deps, caller, who, body }) => saveProfile(deps, caller, who, body),
  exportAccount: ({ deps, caller, who }) => exportAccount(deps, caller, who),
};
