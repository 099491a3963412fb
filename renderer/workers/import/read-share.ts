/** How much of all bytes of an import is read: files differ so much in size that their number tells nothing of the time left. */
export class ReadShare {
  private readonly total: number;
  private readonly open = new Map<object, number>();
  private finished = 0;

  /** @param total - bytes of all files */
  constructor(total: number) {
    this.total = total;
  }

  /** From 0 to 1. */
  get now(): number {
    let read = this.finished;
    for (const bytes of this.open.values()) read += bytes;
    return this.total === 0 ? 0 : Math.min(1, read / this.total);
  }

  /** Notes how many bytes of a file are read. */
  reach(file: object, bytes: number): void {
    this.open.set(file, bytes);
  }

  /** Notes that a file is done with. */
  finish(file: object, size: number): void {
    this.open.delete(file);
    this.finished += size;
  }
}
