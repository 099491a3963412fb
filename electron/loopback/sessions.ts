import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { OpenedFile } from '#electron/services/opened-files.ts';

/** One window of the desk, as the host knows it. */
export type Session = {
  readonly id: string;
  /** What the browser says of itself. */
  readonly userAgent: string;
  /** Open event streams: one, or for a moment two while the page is loaded again. */
  readonly streams: Set<ServerResponse>;
  /** Files to announce once the page listens. */
  readonly waiting: OpenedFile[];
  /** Lines for a page that has asked already but whose stream is not open yet. */
  readonly unsent: string[];
  isReady: boolean;
  mayClose: boolean;
  /** How often the page has asked anything: one that asks lives. */
  asked: number;
};

type Ticket = { readonly expires: number; readonly waiting: readonly OpenedFile[] };

/** An address is opened at once by the browser, and by an analyst who pastes it within this time. */
export const TICKET_LIFE_MS = 30_000;
const MOST_TICKETS = 64;
const MOST_SESSIONS = 128;

/**
 * Tickets and tokens. A ticket stands in an address, which others can read (`ps`, the profile's history): it is good once and
 * for 30 seconds. What it is exchanged for, the token, never stands in one.
 */
export class Sessions {
  private readonly tickets = new Map<string, Ticket>();
  /** By the digest of the token, so that comparing takes the same time whatever was sent. */
  private readonly sessions = new Map<string, Session>();
  private readonly now: () => number;

  constructor({ now }: { readonly now: () => number }) {
    this.now = now;
  }

  /** A fresh ticket. The window that it opens is told of `waiting` files. */
  issueTicket(waiting: readonly OpenedFile[] = []): string {
    const ticket = randomBytes(24).toString('base64url');
    this.tickets.set(ticket, { expires: this.now() + TICKET_LIFE_MS, waiting });
    dropOldest(this.tickets, MOST_TICKETS);
    return ticket;
  }

  /** Exchanges a ticket for a token; null when it is unknown, used or expired. */
  open(ticket: string, userAgent: string): { token: string; session: Session } | null {
    const found = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (!found || found.expires < this.now()) return null;
    const token = randomBytes(32).toString('base64url');
    const session: Session = {
      id: randomBytes(9).toString('base64url'),
      userAgent,
      streams: new Set(),
      waiting: [...found.waiting],
      unsent: [],
      isReady: false,
      mayClose: false,
      asked: 0,
    };
    this.sessions.set(digestOf(token), session);
    this.dropClosed();
    return { token, session };
  }

  /** The window whose token stands in an `Authorization` header; null for anything else. */
  find(authorization: string | undefined): Session | null {
    const given = Buffer.from(digestOf(/^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1] ?? ''));
    let found: Session | null = null;
    for (const [digest, session] of this.sessions) {
      if (timingSafeEqual(Buffer.from(digest), given)) found = session;
    }
    if (found) found.asked++;
    return found;
  }

  /** The window of this id; null when there is none. */
  byId(id: string): Session | null {
    for (const session of this.sessions.values()) if (session.id === id) return session;
    return null;
  }

  /** Takes a token back. */
  close(session: Session): void {
    for (const [digest, { id }] of this.sessions) if (id === session.id) this.sessions.delete(digest);
  }

  /** Windows that listen, the one that was opened last at the end. */
  listening(): Session[] {
    return [...this.sessions.values()].filter(({ streams }) => streams.size > 0);
  }

  /** Windows that were closed come back only by "reopen closed window": the oldest of them are forgotten. */
  private dropClosed(): void {
    for (const [digest, { streams }] of this.sessions) {
      if (this.sessions.size <= MOST_SESSIONS) return;
      if (streams.size === 0) this.sessions.delete(digest);
    }
  }
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
