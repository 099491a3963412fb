/** Runs tasks one after the other, in the order they came, whatever becomes of each. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `task` once all earlier ones have ended; its result or its error is the caller's alone. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined); // the caller has it; the next task does not care
    return result;
  }
}
