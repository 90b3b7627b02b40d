import { languages } from '../../../src/contract/languages.ts';
import type { ProfileFieldSettings } from './profile-fields.ts';

/** A business is a tenant: one backend URL, one set of settings, its own accounts. */
export interface Business {
  id: string;
  /** The path segment below PUBLIC_URL. */
  slug: string;
  settings: BusinessSettings;
}

/** Everything that a business decides for itself; stored as one JSON document, read through `withDefaults`. */
export interface BusinessSettings {
  name: string;
  /** https URL of an image. */
  logo?: string;
  /** `#rrggbb`: the accent of its mails. */
  accent: string;
  /** BCP 47 tags, the default first. */
  languages: string[];
  /** Origins of the sites that may embed the portal, exactly as browsers send them. */
  origins: string[];
  /** The app that a customer comes to after the log-in, if they may use it. */
  landingApp?: string;
  /** May one mailbox have several accounts? Up to `accountsPerEmail` then, one otherwise. */
  allowDuplicateAccounts: boolean;
  accountsPerEmail: number;
  signUpOpen: boolean;
  /** Is the visitor in after proving the mailbox, or asked to log in? */
  signInAfterSignUp: boolean;
  /**
   * What the log-in form offers. A code is mailed to who asks for one whether `code` is among them or not; `link`
   * goes beside it.
   */
  methods: ('password' | 'code' | 'link')[];
  /** Pages that embed the portal and may be where a link leads, spelled exactly so. */
  returnUrls: string[];
  /** 8 to 15 (docs/decisions). */
  passwordMinLength: number;
  legal: { terms?: string; privacy?: string };
  /** What customers are asked beyond name, email and password, in this order. */
  profileFields: ProfileFieldSettings[];
}

export const defaultSettings: Omit<BusinessSettings, 'name'> = {
  accent: '#3b5bdb',
  languages: [...languages],
  origins: [],
  allowDuplicateAccounts: false,
  accountsPerEmail: 5,
  signUpOpen: true,
  signInAfterSignUp: true,
  methods: ['password', 'code'],
  returnUrls: [],
  passwordMinLength: 8,
  legal: {},
  profileFields: [],
};

/** May links lead to this page? Compared as text: a parser reads more into a URL than an owner wrote (SECURITY T11). */
export const isReturnUrl = ({ settings }: Business, url: string): boolean =>
  /^https?:\/\//.test(url) && settings.returnUrls.includes(url);

export const offersLinks = ({ settings }: Business): boolean => settings.methods.includes('link');

/** First path segments that are the server's own, today or as the contract foresees. */
const reserved = ['admin', 'dev', 'health', 'metrics', 'oidc', 'portal-elements', 'problems'];

/** Can this path segment name a business? Whatever cannot is not looked up either. */
export const isSlug = (text: string): boolean =>
  /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text) && !reserved.includes(text);
