/** Steps that this window shows already and is still writing: an undo, and the end of the window, wait for them. */
export class UnderWay {
  private readonly works = new Set<Promise<unknown>>();

  /** Counts a step until it is written or has failed; who began it says why it failed. */
  readonly add = (work: Promise<unknown>): void => {
    this.works.add(work);
    const end = () => void this.works.delete(work);
    work.then(end, end);
  };

  /** Resolves once all that are under way now have come to their end. */
  readonly settle = async (): Promise<void> => {
    await Promise.allSettled([...this.works]);
  };
}
