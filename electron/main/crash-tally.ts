/** Within this time repeated crashes count as one trouble. */
const SPAN_MS = 60_000;

/** A crash may be an accident twice; the third within the span says that opening again does not help. */
const MOST_CRASHES = 2;

/** Counts the crashes of one window, so that opening it again comes to an end. */
export class CrashTally {
  private crashes: number[] = [];

  /**
   * Notes a crash.
   *
   * @param now - milliseconds of any steady clock
   * @returns whether opening the window again is worth a try
   */
  note(now: number): boolean {
    this.crashes = [...this.crashes.filter((earlier) => now - earlier < SPAN_MS), now];
    return this.crashes.length <= MOST_CRASHES;
  }

  /** Forgets what was: the analyst wants another try. */
  forget(): void {
    this.crashes = [];
  }
}
