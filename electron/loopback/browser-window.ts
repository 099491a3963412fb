import { type ChildProcess, spawn } from 'node:child_process';
import { rename } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { AppError } from '#shared/kernel/app-error.ts';
import { endOrphan } from './end-orphan.ts';
import { seedProfile } from './seed-profile.ts';
import { windowFlags } from './window-flags.ts';

/** How long a browser may take to write what it has to write when it is asked to end. */
const ENDING_MS = 5_000;

/** How the first process of the browser ended. */
export type BrowserEnd = { readonly code: number | null; readonly afterMs: number };

/**
 * The browser that shows the desk: its first process is the one that all later windows join, and when it ends, the last window
 * has been closed.
 */
export class BrowserWindow {
  private readonly path: string;
  private readonly profile: string;
  private first: ChildProcess | null = null;
  private ended: Promise<BrowserEnd> | null = null;

  constructor(path: string, profile: string) {
    this.path = path;
    this.profile = profile;
  }

  /**
   * Makes the profile ready before the first window.
   *
   * @param setAside - keep the old profile beside a new one: another browser, or an older one, must not open it
   * @throws {AppError} `conflict` if a browser has the profile open and does not end
   */
  async prepare(setAside: string | null): Promise<void> {
    if (!(await endOrphan(this.profile))) {
      const words = 'A window of an earlier start is still open and does not close. Close it, then start again.';
      throw new AppError('conflict', words);
    }
    if (setAside !== null) await rename(this.profile, `${this.profile}-${setAside}`).catch(() => undefined); // none yet
    await seedProfile(this.profile);
  }

  /** Opens the first window; `onEnd` is told when the last one has been closed. */
  start(address: string, port: number, onEnd: (end: BrowserEnd) => void): void {
    const started = Date.now();
    // Windows has no such pipes for it, and what comes from a snap is handed none
    const tied = process.platform !== 'win32' && !this.path.startsWith('/snap/');
    const child = this.spawn(address, port, tied);
    this.first = child;
    this.ended = new Promise((resolve) => {
      const end = (code: number | null) => resolve({ code, afterMs: Date.now() - started });
      child.once('error', () => end(127));
      child.once('exit', end);
    });
    void this.ended.then(onEnd);
  }

  /** Opens one more window in the browser that runs. */
  open(address: string, port: number): void {
    this.spawn(address, port, false).on('error', () => undefined); // the first process would have failed in the same way
  }

  /** Asks the browser to end and waits, within reason. */
  async end(): Promise<void> {
    if (!this.first || !this.ended) return;
    this.first.kill('SIGTERM');
    const late = new Promise<void>((resolve) => setTimeout(resolve, ENDING_MS).unref());
    await Promise.race([this.ended, late]);
  }

  private spawn(address: string, port: number, tied: boolean): ChildProcess {
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const flags = windowFlags({ address, port, profile: this.profile, isRoot });
    // a group of its own: Ctrl+C in a terminal is sent to all of ours, and the windows have to write before they go
    const detached = process.platform !== 'win32';
    if (!tied) return spawn(this.path, flags, { stdio: 'ignore', detached });
    // a browser that is told to listen at these two pipes ends when they close: with us, even if we are killed
    const child = spawn(this.path, [...flags, '--remote-debugging-pipe'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached,
    });
    for (const pipe of child.stdio) pipe?.on('error', () => undefined);
    (child.stdio[4] as Readable).resume();
    return child;
  }
}
