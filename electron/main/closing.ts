/** What closing needs of a window. */
export type ClosingWindow = {
  /** Asks the page to write what must be written. */
  readonly tell: () => void;
  /** Tries to close the window again. */
  readonly close: () => void;
};

/** A page that says nothing for so long is taken to be stuck. Writing a safety copy calls the host many times a second. */
export const QUIET_MS = 5_000;

/** No page may hold its window open for longer than this, however busy it is. */
export const LONGEST_MS = 120_000;

/** The agreement by which a window closes: it asks, the page writes what must be written, then the page agrees. */
export class Closing {
  private readonly window: ClosingWindow;
  private isAllowed = false;
  private quiet: NodeJS.Timeout | undefined;
  private longest: NodeJS.Timeout | undefined;

  constructor(window: ClosingWindow) {
    this.window = window;
  }

  /**
   * Answers a wish to close the window; the first one asks the page.
   *
   * @param pageListens - false when no page could agree: not loaded yet, or crashed
   */
  mayClose(pageListens: boolean): boolean {
    if (this.isAllowed || !pageListens) {
      this.stop();
      return true;
    }
    if (this.quiet === undefined) {
      this.longest = setTimeout(() => this.allow(), LONGEST_MS);
      this.wait();
      this.window.tell();
    }
    return false;
  }

  /** The page lives; while it is asked to agree that gives it more time. */
  heard(): void {
    if (this.quiet !== undefined) this.wait();
  }

  /** Closes the window that was waiting for this; means nothing to one that nobody wants to close. */
  allow(): void {
    if (this.quiet === undefined) return;
    this.stop();
    this.isAllowed = true;
    this.window.close();
  }

  private wait(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.allow(), QUIET_MS);
  }

  private stop(): void {
    clearTimeout(this.quiet);
    clearTimeout(this.longest);
    this.quiet = undefined;
  }
}
