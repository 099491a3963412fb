/** Lets a job pass, or makes it wait, as the analyst says. */
export class HaltGate {
  private waiting: (() => void)[] = [];
  private isClosed = false;

  /** From now on whoever comes waits. */
  close(): void {
    this.isClosed = true;
  }

  /** Lets all pass. */
  open(): void {
    this.isClosed = false;
    for (const resume of this.waiting.splice(0)) resume();
  }

  /** Resolves when one may pass. */
  passed(): Promise<void> {
    return this.isClosed ? new Promise((resume) => this.waiting.push(resume)) : Promise.resolve();
  }
}
