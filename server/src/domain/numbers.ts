/** The portal's numbers, in milliseconds unless said otherwise. Their sources: SECURITY numbers in docs/decisions/0003-numbers.md. */
import { apiKeyRequestsPerMinute } from '../../../src/contract/all-endpoints.ts';
import { limits } from '../../../src/contract/limits.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const numbers = {
  codeLength: 6,
  /** What a sign-up's code lives; a log-in's is shorter, because it authenticates (ASVS 5.0, 6.5.5). */
  codeLife: {
    'sign-up': 15 * minute,
    'sign-in': 10 * minute,
    'step-up': 10 * minute,
    'email-change': 10 * minute,
  },
  /** How long after its code expired a flow can still ask for a new one; it takes no code meanwhile. */
  flowKept: 15 * minute,
  /** Of a code that nobody can guess: 65 bits (NIST SP 800-63B-4, 3.1.3.2 wants no limit from 64 on). */
  longCodeLength: 13,
  /** A limit that nobody reaches: the largest that every database takes as a count. */
  endless: 2_147_483_647,
  attemptsPerFlow: 5,
  /**
   * Wrong short codes for one mailbox, in all its flows: of one known device, or of all unknown ones together.
   * The second is NIST's hundred (SP 800-63B-4, 3.2.2).
   */
  codeGuesses: { limit: 20, window: 1 * day },
  codeGuessesInAll: { limit: 100, window: 30 * day },
  /** Above this a business asks unknown devices for work, and its operator is warned. */
  wrongCodesOfBusiness: { limit: 300, window: 1 * hour },
  sendsPerFlow: 5,
  resendCoolDown: 60 * second,
  /** Mails with codes to one mailbox, `reserved` for known devices beside the others; and for one client address. */
  sends: {
    perHour: { limit: 5, window: 1 * hour },
    perDay: { limit: 10, window: 1 * day },
    reserved: { limit: 2, window: 1 * hour },
    perAddress: { limit: 20, window: 1 * hour },
    /** So many of those to one mailbox are free; for the others an unknown device has to work. */
    withoutChallenge: { perHour: 2, perDay: 4 },
  },
  /** On average 2^bits hashes. */
  challengeBits: 15,
  challengeLife: 5 * minute,
  /** A link that the business made itself. One that is mailed beside a code lives as long as the code. */
  accountLinkLife: 15 * minute,
  /** How exactly the last use of an API key is known: a row written at every request would be a bottleneck. */
  apiKeyUse: 1 * minute,
  selectionLife: 5 * minute,
  /** The ticket for a child app (ASVS 5.0, 10.4.3), and the cookie that it becomes, until the app has asked who it is. */
  launchTicketLife: 1 * minute,
  launchCookieLife: 5 * minute,
  /** Tickets of one account, and wrong or used ones from one client address. */
  launches: { limit: 60, window: 15 * minute },
  wrongTicketsPerAddress: { limit: 30, window: 15 * minute },
  /** How long our own log-in page waits for a person: a password, a code by mail, and what a profile lacks. */
  signOnAskedLife: 1 * hour,
  /** For how long an app that does not answer is told again that somebody has logged out. */
  logOutLife: 1 * day,
  /** How long an app may ask again without a launch. The portal's session may end it any time before. */
  signOnLife: 12 * hour,
  /** The authorization code of a child app; its access token lives as long as the portal's own. */
  signOnCodeLife: 1 * minute,
  /** How old a proof may be for what changes the account itself. */
  stepUpFresh: 10 * minute,
  /** How old a proof may be for going on as another of its accounts. */
  switchFresh: 12 * hour,
  accessTokenLife: 5 * minute,
  sessionIdle: 7 * day,
  sessionLife: 30 * day,
  /** Both ends of a session that the visitor asked not to keep. */
  unrememberedLife: 12 * hour,
  sessionsPerAccount: 20,
  /** A key that has logged in to a mailbox is told from strangers for so long after the last time. */
  deviceKept: 90 * day,
  /** Of one account; who logged in longest ago goes. */
  devicesPerAccount: 50,
  /** Wrong passwords of one device, or of all unknown devices together, for one mailbox (NIST SP 800-63B-4, 3.2.2). */
  wrongPasswords: {
    free: 5,
    waits: [30 * second, 1 * minute, 2 * minute, 4 * minute, 8 * minute, 16 * minute, 32 * minute, 1 * hour],
    window: 1 * day,
  },
  /** … and whatever right ones came between them. Then a code is asked for. */
  wrongPasswordsInAll: { limit: 100, window: 30 * day },
  /** Wrong passwords from one client address, whatever the mailbox. */
  wrongPasswordsPerAddress: { limit: 30, window: 15 * minute },
  /** For tabs that refreshed side by side: how long the token before the previous one is forgiven. */
  refreshGrace: 30 * second,
  /** A mail about what was done to an account is worth sending for so long … */
  noticeLife: 1 * day,
  /** … and is sent so often of one kind about one account. */
  noticesPerHour: { limit: 3, window: 1 * hour },
  /** What was told the business's systems, and what could not be, is known for so long. */
  deliveryKept: 30 * day,
  /** After each attempt that failed; after the last one it is given up, about a day after the first. */
  webhookWaits: [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 8 * hour, 10 * hour],
  /** How long the secret before a new one signs beside it. */
  webhookSecretKept: 1 * day,
  /** Requests of one API key: ten a second on average are far above what links by hand or a campaign take. */
  apiRequests: { limit: apiKeyRequestsPerMinute, window: 1 * minute },
  /** Rows of one page of a list; and months of what somebody earned. */
  page: limits.page,
  monthsShown: 12,
  /**
   * A first answer, for the same request under the same Idempotency-Key. Where a code is verified as long as codes
   * live; a refusal as long as a client retries, because tomorrow the same may be right.
   */
  answerKept: { verify: 10 * minute, refused: 10 * minute, other: 1 * day },
  /** How long a first request may run before it counts as crashed. Well above what a request may take (15 s). */
  firstRunLife: 30 * second,
  /** What a client is told to wait for a first answer that is under way, in seconds. */
  runningRetryAfter: 1,
  /** What a client is told to wait when the hasher's queue is full or the database does not answer, in seconds. */
  busyRetryAfter: 2,
} as const;

/** Whole seconds, rounded up, for what travels. */
export const inSeconds = (milliseconds: number): number => Math.max(0, Math.ceil(milliseconds / second));
export const inMinutes = (milliseconds: number): number => Math.round(milliseconds / minute);
