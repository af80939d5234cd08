import { createHash, randomBytes } from 'node:crypto';
import type { PageRole } from '../ipc/contract.ts';

/** Pages that may be open at once, and addresses that wait to be opened. More are somebody else's. */
const maximum = 32;

const newSecret = (): string => randomBytes(32).toString('base64url');

/** What a token was exchanged for. */
export interface PageSession {
  readonly role: PageRole;
  readonly secret: string;
}

/** Secrets are kept and looked up by their hash: how long a look takes then says nothing about them. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64');

/**
 * Who may open a page. An address carries a token that is good for one opening: it is exchanged for a
 * session, which the browser keeps in a cookie. What is left in histories and on screens opens
 * nothing.
 */
export class PageAccess {
  readonly #tokens = new Map<string, PageRole>();
  readonly #sessions = new Map<string, PageRole>();

  /** Makes a token for one opening of a page. The oldest one unused gives way when there are too many. */
  issueToken(role: PageRole): string {
    const token = newSecret();
    add(this.#tokens, hashOf(token), role);
    return token;
  }

  /**
   * Exchanges a token for a session.
   *
   * @returns undefined for a token that was used or never issued.
   */
  redeem(token: string): PageSession | undefined {
    const hash = hashOf(token);
    const role = this.#tokens.get(hash);
    if (role === undefined) return undefined;
    this.#tokens.delete(hash);
    const secret = newSecret();
    add(this.#sessions, hashOf(secret), role);
    return { role, secret };
  }

  /** Whether a secret is that of a session for this page. */
  admits(secret: string | undefined, role: PageRole): boolean {
    return secret !== undefined && this.#sessions.get(hashOf(secret)) === role;
  }
}

const add = (held: Map<string, PageRole>, hash: string, role: PageRole): void => {
  const [oldest] = held.keys();
  if (held.size >= maximum && oldest !== undefined) held.delete(oldest);
  held.set(hash, role);
};
