import { AppError } from '#shared/kernel/app-error.ts';

/** Follows what was merged into what, and refuses circles: readers would never come to what a name stands for. */
export class MergeCheck {
  readonly #into = new Map<string, string>();

  /**
   * Takes a row of a table whose rows can be merged; all others are passed over.
   *
   * @param path - of the file it stands in
   */
  add(path: string, row: object): void {
    if (!('id' in row) || !('mergedInto' in row) || typeof row.mergedInto !== 'string') return;
    this.#into.set(`${path} ${String(row.id)}`, `${path} ${row.mergedInto}`);
  }

  /**
   * Ends the check.
   *
   * @throws {AppError} `bad-input` naming a row that was merged, in the end, into itself
   */
  end(): void {
    const good = new Set<string>();
    for (const start of this.#into.keys()) {
      const walked = new Set<string>();
      for (let at: string | undefined = start; at !== undefined && !good.has(at); at = this.#into.get(at)) {
        if (walked.has(at)) {
          const [path = '', id = ''] = at.split(' ');
          throw new AppError('bad-input', `${path}: ${id} was merged, in the end, into itself.`);
        }
        walked.add(at);
      }
      for (const each of walked) good.add(each);
    }
  }
}
