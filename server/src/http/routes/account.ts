import { changePassword } from '../../domain/change-password.ts';
import { deleteAccount } from '../../domain/delete-account.ts';
import { launchApp } from '../../domain/launch-app.ts';
import { readMe } from '../../domain/read-me.ts';
import { requestEmailChange } from '../../domain/request-email-change.ts';
import { requestStepUpCode, stepUpWithPassword, verifyStepUpCode } from '../../domain/step-up.ts';
import { switchAccount } from '../../domain/switch-account.ts';
import { verifyEmailChange } from '../../domain/verify-email-change.ts';
import type { Handlers } from '../handler.ts';

export const accountRoutes: Handlers<
  | 'switchAccount'
  | 'stepUpWithPassword'
  | 'requestStepUpCode'
  | 'verifyStepUpCode'
  | 'readMe'
  | 'changePassword'
  | 'requestEmailChange'
  | 'verifyEmailChange'
  | 'deleteAccount'
  | 'launchApp'
> = {
  switchAccount: ({ deps, caller, who, body }) => switchAccount(deps, caller, who, body),
  stepUpWithPassword: ({ deps, caller, who, body }) => stepUpWithPassword(deps, caller, who, body),
  requestStepUpCode: ({ deps, caller, who }) => requestStepUpCode(deps, caller, who),
  verifyStepUpCode: ({ deps, caller, who, body }) => verifyStepUpCode(deps, caller, who, body),
  readMe: ({ deps, caller, who }) => readMe(deps, caller.business, who),
  changePassword: ({ deps, caller, who, body }) => changePassword(deps, caller, who, body),
  requestEmailChange: ({ deps, caller, who, body }) => requestEmailChange(deps, caller, who, body),
  verifyEmailChange: ({ deps, caller, who, body }) => verifyEmailChange(deps, caller, who, body),
  launchApp: ({ deps, caller, who, parameter }) => launchApp(deps, caller, who, parameter('id')),
  deleteAccount: ({ deps, caller, who }) => deleteAccount(deps, caller, who),
};
