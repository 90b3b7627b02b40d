/** Entry for bundlers: classes and types. Importing it defines nothing and starts nothing. */
export { definePortalElements, type PortalTag } from './define-portal-elements.ts';
export { PortalAppSwitcher } from './elements/app-switcher/portal-app-switcher.ts';
export { PortalAccountMenu } from './elements/account-menu/portal-account-menu.ts';
export { PortalBar } from './elements/bar/portal-bar.ts';
export { PortalAccountPicker } from './elements/account-picker/portal-account-picker.ts';
export { PortalActivity } from './elements/activity/portal-activity.ts';
export { PortalAffiliate } from './elements/affiliate/portal-affiliate.ts';
export { PortalCommunities } from './elements/communities/portal-communities.ts';
export { PortalCourses } from './elements/courses/portal-courses.ts';
export { PortalGate } from './elements/gate/portal-gate.ts';
export { PortalHub } from './elements/hub/portal-hub.ts';
export { PortalLogin } from './elements/login/portal-login.ts';
export { PortalProfile } from './elements/profile/portal-profile.ts';
export { PortalProvider } from './elements/provider/portal-provider.ts';
export { PortalSignup } from './elements/signup/portal-signup.ts';
export type { StringOverrides, Strings } from './i18n/strings.ts';
export type { SessionStore } from './session/session-store.ts';
export type { Account, Choice, ClientCode, Portal, Problem, Result, SessionState } from './session/types.ts';
