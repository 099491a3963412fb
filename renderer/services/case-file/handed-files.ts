import type { EventPayload } from '#shared/contracts/host.ts';

/** A file that the host holds open for this window. */
export type HandedFile = EventPayload<'file:opened'>;

/**
 * Files that the host hands to this window. They come as soon as the window says that it listens, which may be before the part
 * of the desk that opens them has been loaded: until then they wait here.
 */
export class HandedFiles {
  private waiting: HandedFile[] = [];
  private taker: ((file: HandedFile) => void) | null = null;

  /** Hands a file on, or keeps it until somebody takes it. */
  arrive(file: HandedFile): void {
    if (this.taker) this.taker(file);
    else this.waiting.push(file);
  }

  /**
   * Gives every file that waits, and each that comes from now on, to `taker`; one at a time takes them.
   *
   * @returns a function that stops it: what comes then waits again
   */
  take(taker: (file: HandedFile) => void): () => void {
    this.taker = taker;
    for (const file of this.waiting.splice(0)) taker(file);
    return () => {
      if (this.taker === taker) this.taker = null;
    };
  }
}
