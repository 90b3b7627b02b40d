/**
 * Sizes that both sides check. Counts of characters are Unicode code points, sizes are bytes.
 * Where a number comes from: docs/decisions/0003-numbers.md.
 */
export const limits = {
  /** Longest full name, code points. */
  name: 100,
  /** Longest email address, characters (RFC 5321 section 4.5.3.1.3 less the angle brackets). */
  email: 254,
  /** Longest password: never truncated, refused above this. Code points. */
  passwordCharacters: 128,
  /** The same password in UTF-8 bytes, so that a hash never sees an unbounded input. */
  passwordBytes: 512,
  /** The shortest password a business can ask for, and the largest minimum it can set. */
  passwordMinimum: { lowest: 8, highest: 15 },
  /** Longest text accepted as a typed code; what is pasted around the digits is cut away first. */
  code: 64,
  /** Largest request body, bytes. */
  body: 16_384,
  /** Largest DPoP proof, bytes. */
  proof: 2_048,
  /** Longest `jti` of a DPoP proof, characters. */
  jti: 64,
  /** An `Idempotency-Key`: 128 random bits are 22 characters of base64url. */
  idempotencyKey: { shortest: 22, longest: 64 },
  /** Longest return URL, characters. */
  url: 1_000,
  /** Highest number that an app's tile shows. */
  badge: 9_999,
  /** A text of the profile, code points: where its business says nothing else, and the most that it can say. */
  text: { usual: 200, most: 500 },
  /** A text of several lines, code points: in UTF-8 and JSON it fits into one request. */
  longText: 3_000,
  /** Of each part of an address, code points. */
  addressPart: 120,
  /** Digits of a telephone number with its country, and the sign before them (ITU-T E.164). */
  phone: 16,
  /** What one profile may ask. */
  profileFields: 50,
  /** What one of its fields may offer. */
  fieldOptions: 250,
  /** Longest opaque identifier or token in a request, characters. */
  token: 512,
  /** The business's own name for a thing, a title, a few sentences. Characters. */
  ownId: 128,
  title: 200,
  sentences: 2_000,
  /** Largest number of what is counted by hand: lessons, unread messages, places in an order. */
  few: 1_000_000,
  /** Largest amount of money, minor units: a million of them still add up to a number that JavaScript has. */
  amount: 9_000_000_000,
  /** Rows of one page of a list, unless asked otherwise and at most. */
  page: { usual: 20, largest: 100 },
  /** Rows that one request of the business's own systems may bring, and its size, bytes. */
  bulkRows: 500,
  bulkBody: 1_048_576,
} as const;
