import type { OpenedFile } from '#electron/services/opened-files.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { EventStreams } from './event-streams.ts';
import type { Session, Sessions } from './sessions.ts';

/** Windows that say nothing for so long are taken to be stuck. Writing a safety copy calls the host many times a second. */
const QUIET_MS = 5_000;
/** No page may keep the host from ending for longer than this, however busy it is. */
const LONGEST_MS = 120_000;
const STEP_MS = 20;

type Parts = {
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  /** Null when somebody else opens windows: the analyst's own browser, or a test. */
  readonly browser: BrowserWindow | null;
  readonly quietMs?: number;
  readonly longestMs?: number;
};

/** The windows of the desk as the loopback host sees them: opened with a ticket, told of files, asked to close. */
export class DeskWindows {
  private readonly parts: Parts;
  /** Files that came before any window was ready. */
  private unannounced: OpenedFile[] = [];
  origin = '';
  private port = 0;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Says where the host listens, once it does. */
  listenAt(origin: string, port: number): void {
    this.origin = origin;
    this.port = port;
  }

  /** A fresh address, good once and for 30 seconds. */
  address(waiting: readonly OpenedFile[] = [], hash = ''): string {
    const route = hash.replace(/^#?/, hash === '' ? '' : '#');
    return `${this.origin}/?ticket=${this.parts.sessions.issueTicket(waiting)}${route}`;
  }

  /**
   * Opens one more window.
   *
   * @throws {AppError} `unavailable` where the page has to do that itself
   */
  async open(hash: string, waiting: readonly OpenedFile[] = []): Promise<void> {
    const { browser } = this.parts;
    if (!browser) throw new AppError('unavailable', 'This host opens no windows itself.');
    browser.open(this.address(waiting, hash), this.port);
  }

  /** Tells the window that was opened last of files, or the next one that is ready. */
  announce(files: readonly OpenedFile[]): void {
    const last = this.parts.sessions
      .listening()
      .filter(({ isReady }) => isReady)
      .at(-1);
    if (last) this.tell(last, files);
    else this.unannounced.push(...files);
  }

  /** Notes that a page listens, and tells it of the files that wait for it. */
  ready(id: string): void {
    const session = this.parts.sessions.byId(id);
    if (!session) return;
    session.isReady = true;
    session.mayClose = false;
    this.tell(session, [...session.waiting.splice(0), ...this.unannounced.splice(0)]);
  }

  /** Notes that a page has written what it had to. */
  mayClose(id: string): void {
    const session = this.parts.sessions.byId(id);
    if (session) session.mayClose = true;
  }

  /** Lets every ready window write what it must for as long as one is heard, then tells all that the host is going. */
  async close(): Promise<void> {
    const asked = this.parts.sessions.listening().filter(({ isReady }) => isReady);
    for (const session of asked) this.parts.streams.emit(session, 'window:closing', {});
    const isWaiting = () => asked.some(({ mayClose, streams }) => !mayClose && streams.size > 0);
    const callsHeard = () => asked.reduce((sum, session) => sum + session.asked, 0);
    const { quietMs = QUIET_MS, longestMs = LONGEST_MS } = this.parts;
    let heard = callsHeard();
    for (let waited = 0, quiet = 0; waited < longestMs && quiet < quietMs && isWaiting(); waited += STEP_MS) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      const now = callsHeard();
      quiet = now === heard ? quiet + STEP_MS : 0;
      heard = now;
    }
    for (const session of this.parts.sessions.listening()) this.parts.streams.emit(session, 'host:gone', {});
    this.parts.streams.end();
  }

  private tell(session: Session, files: readonly OpenedFile[]): void {
    for (const file of files) this.parts.streams.emit(session, 'file:opened', file);
  }
}
