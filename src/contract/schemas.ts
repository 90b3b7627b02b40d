/**
 * The shapes that travel, as strict schemas: a member that is not listed is an error on both sides,
 * so a backend that leaks a column fails the conformance suite. The widget imports only the types.
 */
import * as v from 'valibot';
import { AppTile } from './app-operations.ts';
import { fieldCodes, problems, type ProblemCode } from './problems.ts';
import { limits } from './limits.ts';
import { byName, count, httpsUrl, instant, seconds, token, url } from './shapes.ts';
import { SignUpField } from './field-shapes.ts';

/**
 * What a visitor typed as an email: only its length is checked here. Whether it is an address is
 * the domain's decision (server/src/domain/email.ts), because it needs canonicalisation.
 */
const typedEmail = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.email));
/** A password that is about to be checked: the rules for new ones are the business's. */
const typedPassword = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.passwordBytes));
const typedCode = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.code));
const remember = v.optional(v.boolean());
/** A page of the business that embeds the portal: good only if it is exactly one of its return URLs. */
const returnTo = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.url));

// ── Requests ────────────────────────────────────────────────────────────────────────────────────

/** `values`: the answers to what the business asks at sign-up, by the names of the fields. */
export const SignUpRequest = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(limits.name * 2)),
  email: typedEmail,
  password: typedPassword,
  values: v.optional(byName),
});

/** A code and the flow it was mailed for. `remember: false` keeps the session at most 12 hours. */
export const CodeRequest = v.strictObject({ flow: token, code: typedCode, remember });

/** The same where a session is there already and says how long it is kept. */
export const FlowCodeRequest = v.strictObject({ flow: token, code: typedCode });

export const PasswordRequest = v.strictObject({
  email: typedEmail,
  password: typedPassword,
  remember,
});

/** With `returnTo` the mail holds a link to there, too, if the business offers links. */
export const EmailRequest = v.strictObject({ email: typedEmail, returnTo: v.optional(returnTo) });

/** What the link's page handed over in the fragment `portal-link`. */
export const LinkRequest = v.strictObject({ token, remember });

export const FlowRequest = v.strictObject({ flow: token });

/** A link that logs one account in, for whoever opens it first. */
export const CreateLinkRequest = v.strictObject({ account: token, returnTo });

export const ChoiceRequest = v.strictObject({ ticket: token, handle: token });

/** `password`: of the account to switch to, when the proof of this session is too old for it. */
export const SwitchRequest = v.strictObject({ account: token, password: v.optional(typedPassword) });

export const StepUpRequest = v.strictObject({ password: typedPassword });

/** Only its size is checked here: the rule is the business's. */
export const NewPasswordRequest = v.strictObject({ password: typedPassword });

/** `password`: the account's, if it has one; its hash must move to the new mailbox. */
export const EmailChangeRequest = v.strictObject({ email: typedEmail, password: v.optional(typedPassword) });

/** The names are OAuth's (RFC 6749 section 6). */
export const RefreshRequest = v.strictObject({
  grant_type: v.literal('refresh_token'),
  refresh_token: token,
});

export const EndRequest = v.strictObject({ refresh_token: token });

// ── Responses ───────────────────────────────────────────────────────────────────────────────────

/** The public facts of a business: what its forms must show. */
export const Portal = v.strictObject({
  name: v.string(),
  logo: v.optional(httpsUrl),
  /** BCP 47 tags, the default first. */
  languages: v.pipe(v.array(v.string()), v.minLength(1)),
  methods: v.pipe(v.array(v.picklist(['password', 'code', 'link'])), v.minLength(1)),
  /** Pages that a mailed link may lead back to; empty unless `link` is one of the methods. */
  returnUrls: v.array(url),
  /** `fields`: what is asked beside name, email and password. */
  signUp: v.strictObject({ open: v.boolean(), fields: v.optional(v.array(SignUpField)) }),
  password: v.strictObject({ minLength: count, maxLength: count }),
  legal: v.strictObject({ terms: v.optional(httpsUrl), privacy: v.optional(httpsUrl) }),
});

/** A code is on its way, or would be if the address were known here: nobody can tell from this. */
export const FlowStarted = v.strictObject({
  flow: token,
  /** Two characters shown beside the code field and in the mail, so that nobody types the code of a stranger's request. */
  tag: v.pipe(v.string(), v.regex(/^[A-Z0-9]{2}$/)),
  /** `letters`: letters and digits, upper or lower case, with or without spaces and dashes between them. */
  codeFormat: v.picklist(['digits', 'letters']),
  codeLength: count,
  /** Seconds that the code lives. */
  expiresIn: seconds,
  /** Seconds until another code may be asked for. */
  resendIn: seconds,
});

/** `expiresIn`: seconds that the link lives. */
export const LinkCreated = v.strictObject({ url, expiresIn: seconds });

/** One account as its owner sees it. */
export const Account = v.strictObject({
  id: token,
  name: v.string(),
  email: v.string(),
});

/** Tokens as OAuth names them (RFC 6749 section 5.1), and whose they are. */
export const SessionGrant = v.strictObject({
  access_token: token,
  token_type: v.literal('DPoP'),
  expires_in: seconds,
  refresh_token: token,
  session: v.strictObject({
    id: token,
    /** Counts rotations of the refresh token, from 0. */
    generation: count,
    account: Account,
  }),
});

/** They tell accounts of the same name apart. */
const dates = { createdAt: instant, lastSignInAt: v.optional(instant) };

/** One line of an account list; `handle` means something only to the ticket it came with. */
export const AccountChoice = v.strictObject({ handle: token, name: v.string(), ...dates });

/** Proof was given and several accounts fit, or the mailbox that was proved already has one. */
export const Selection = v.strictObject({
  ticket: token,
  expiresIn: seconds,
  reason: v.picklist(['several-accounts', 'already-registered']),
  email: v.string(),
  accounts: v.pipe(v.array(AccountChoice), v.minLength(1)),
});

/** How a proof ended. `verified` means: the account exists, log in with the password now. */
export const Outcome = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('signed-in'), grant: SessionGrant }),
  v.strictObject({ outcome: v.literal('choose-account'), selection: Selection }),
  v.strictObject({ outcome: v.literal('verified') }),
]);

/** One of the accounts that this session's proof is good for: what it can switch to. */
const OwnAccount = v.strictObject({ ...Account.entries, ...dates, current: v.boolean() });

export const Me = v.strictObject({
  account: Account,
  /** Oldest first, the current one included. */
  accounts: v.pipe(v.array(OwnAccount), v.minLength(1)),
  /** Those that it may use now, in the business's order. */
  apps: v.array(AppTile),
  /** Of these, the one to come to after the log-in, if the business has set one. */
  landingApp: v.optional(token),
  profile: v.strictObject({
    /** What the business asks for and does not have: by the field, and the apps that need it, where not all do. */
    missing: v.array(v.strictObject({ field: v.string(), apps: v.optional(v.array(v.string())) })),
  }),
});

export const SessionList = v.strictObject({
  sessions: v.array(
    v.strictObject({
      id: token,
      current: v.boolean(),
      method: v.picklist(['password', 'code', 'sign-up', 'link']),
      createdAt: instant,
      lastUsedAt: instant,
      /** Shortened User-Agent of the sign-in, for a person to recognise the device by. */
      device: v.optional(v.string()),
    }),
  ),
});

export const Problem = v.strictObject({
  type: v.pipe(v.string(), v.url()),
  title: v.string(),
  status: count,
  code: v.picklist(Object.keys(problems) as ProblemCode[]),
  errors: v.optional(
    v.pipe(v.array(v.strictObject({ pointer: v.string(), code: v.picklist(fieldCodes) })), v.minLength(1)),
  ),
  retryAfter: v.optional(seconds),
  attemptsLeft: v.optional(count),
  challenge: v.optional(v.strictObject({ token: v.string(), bits: count })),
});
