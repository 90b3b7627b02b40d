/** Who is logged in at the app: its own sessions, each with the name that the portal has for it. */
import { randomBytes } from 'node:crypto';

interface Session {
  name: string;
  /** The account, as the portal calls it. */
  subject: string;
  /** The log-in, as the portal calls it: it ends by this name. */
  sid: string | undefined;
  idToken: string;
}

/** Which end: one by its cookie, one by the portal's name for it, or all of an account. */
export type Ending = { id: string } | { sid: string } | { subject: string };

export class Sessions {
  #open = new Map<string, Session>();

  /** Answers the cookie's value. */
  open(session: Session): string {
    const id = randomBytes(32).toString('base64url');
    this.#open.set(id, session);
    return id;
  }

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#open.get(id);
  }

  end(ending: Ending): void {
    for (const [id, { sid, subject }] of this.#open) {
      const isMeant =
        'id' in ending ? id === ending.id : 'sid' in ending ? sid === ending.sid : subject === ending.subject;
      if (isMeant) this.#open.delete(id);
    }
  }
}
