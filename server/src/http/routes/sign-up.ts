import { startSignUp } from '../../domain/start-sign-up.ts';
import { verifySignUp } from '../../domain/verify-sign-up.ts';
import type { Handlers } from '../handler.ts';

export const signUpRoutes: Handlers<'startSignUp' | 'verifySignUp'> = {
  startSignUp: ({ deps, caller, body }) => startSignUp(deps, caller, body),
  verifySignUp: ({ deps, caller, body }) => verifySignUp(deps, caller, body),
};
