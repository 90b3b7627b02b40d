/** What the suite is pointed at: this server in memory, over a socket, the mocks, or anybody's backend. */
export interface Target {
  /** Backend URL of a business that allows several accounts on one email, and takes sign-ups. */
  backend: string;
  /** Backend URL of a business that allows one account for each email. */
  singleAccountBackend: string;
  fetch(request: Request): Promise<Response>;
  /** The code in the newest mail to this address that is for request `tag`; waits until it has come. */
  codeFor(email: string, tag: string): Promise<string>;
  /** Absent: `backend` offers no links, and the cases about them are left out. */
  links?: {
    /** One of its return URLs. */
    returnTo: string;
    /** The link in the same mail as `codeFor`, whole. */
    linkFor(email: string, tag: string): Promise<string>;
  };
  /** Apps of `backend`, by their identifiers. Absent: the cases about them are left out. */
  apps?: {
    /** For everyone, with single sign-on. */
    open: string;
    /** For listed accounts, of which nobody of the suite is one. */
    listed: string;
    /** For everyone, without single sign-on. */
    link: string;
  };
  /** What `backend` asks its customers, by the names of the fields. Absent: the cases about them are left out. */
  profile?: {
    phone: string;
    /** Is asked already at sign-up, and not required. */
    text: string;
    /** A checkbox, required by the app `needing` and by no other. */
    needed: string;
    needing: string;
  };
  /**
   * An API key for `backend`. Absent: the cases of the admin API are left out. So it must be where the suite runs
   * in a browser, which has no business there.
   */
  apiKey?: string;
}

/** One rule of the contract. Throws with a sentence when the backend breaks it. */
export interface Case {
  title: string;
  run(target: Target): Promise<void>;
}
