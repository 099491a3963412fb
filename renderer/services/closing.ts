/** What has to be written before a window closes: a note that is being typed, a safety copy. */
export class Closing {
  private readonly tasks = new Set<() => Promise<void> | void>();
  private readonly last = new Set<() => Promise<void> | void>();

  /** @returns a function that takes the task away again */
  before(task: () => Promise<void> | void): () => void {
    this.tasks.add(task);
    return () => this.tasks.delete(task);
  }

  /**
   * Adds a task that copies what the others write: it begins when they have ended.
   *
   * @returns a function that takes the task away again
   */
  afterAll(task: () => Promise<void> | void): () => void {
    this.last.add(task);
    return () => this.last.delete(task);
  }

  /** Runs every task; one that fails stops neither the others nor the closing. */
  async settle(): Promise<void> {
    for (const tasks of [this.tasks, this.last]) {
      const outcomes = await Promise.allSettled([...tasks].map(async (task) => task()));
      for (const outcome of outcomes) if (outcome.status === 'rejected') console.error(outcome.reason);
    }
  }
}
