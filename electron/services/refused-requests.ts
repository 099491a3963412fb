/** Who wanted to leave the machine: the desk's page, or the browser for itself (updates, suggestions). */
export type Asker = 'page' | 'browser';

/** Counts requests that a host refused; keeps numbers alone, so that it cannot grow. */
export class RefusedRequests {
  private readonly counts: Record<Asker, number> = { page: 0, browser: 0 };

  /** Notes one refused request. */
  add(asker: Asker): void {
    this.counts[asker] = Math.min(this.counts[asker] + 1, Number.MAX_SAFE_INTEGER);
  }

  /** The counts since the host started. */
  read(): { page: number; browser: number } {
    return { ...this.counts };
  }
}
