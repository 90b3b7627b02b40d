import { chooseAccount } from '../../domain/choose-account.ts';
import { requestSignInCode } from '../../domain/request-sign-in-code.ts';
import { resendCode } from '../../domain/resend-code.ts';
import { signInWithPassword } from '../../domain/sign-in-with-password.ts';
import { verifySignInCode } from '../../domain/verify-sign-in-code.ts';
import { verifySignInLink } from '../../domain/verify-sign-in-link.ts';
import type { Handlers } from '../handler.ts';

export const signInRoutes: Handlers<
  | 'signInWithPassword'
  | 'requestSignInCode'
  | 'verifySignInCode'
  | 'verifySignInLink'
  | 'resendCode'
  | 'chooseAccount'
> = {
  signInWithPassword: ({ deps, caller, body }) => signInWithPassword(deps, caller, body),
  requestSignInCode: ({ deps, caller, body }) => requestSignInCode(deps, caller, body),
  verifySignInCode: ({ deps, caller, body }) => verifySignInCode(deps, caller, body),
  verifySignInLink: ({ deps, caller, body }) => verifySignInLink(deps, caller, body),
  resendCode: ({ deps, caller, body }) => resendCode(deps, caller, body),
  chooseAccount: ({ deps, caller, body }) => chooseAccount(deps, caller, body),
};
