/** English: what the first form says. */
import type { FormStrings } from './strings.ts';

export const enForm: FormStrings = {
  locale: 'en',
  email: 'Email',
  password: 'Password',
  showPassword: 'Show password',
  working: 'One moment…',
  logIn: 'Log in',
  logInLead: 'Welcome back.',
  forgot: 'Forgot your password?',
  codeInstead: 'Email me a code instead',
  passwordInstead: 'Use your password instead',
  sendCode: 'Email me a code',
  sendCodeLead: 'Tell us your email and we send you a code to log in with.',
  toSignUp: 'New here?',
  createAccount: 'Create an account',
};
