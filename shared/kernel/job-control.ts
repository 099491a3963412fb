import { AppError } from './app-error.ts';

/** What a long job is handed by whoever runs it. An `AbortSignal` will do for `signal`. */
export type JobControl = {
  readonly signal: { readonly aborted: boolean };
  /** @param total - null while it is not known */
  readonly onProgress: (done: number, total: number | null) => void;
  /** Lets waiting messages in, a cancel among them. */
  readonly pause: () => Promise<void>;
};

/** A control for work that nobody watches or stops: tests, start-up. */
export const unattended: JobControl = {
  signal: { aborted: false },
  onProgress: () => {},
  pause: () => Promise.resolve(),
};

/**
 * Stops a job whose analyst has asked for it.
 *
 * @throws {AppError} `cancelled` once `signal` has aborted
 */
export function throwIfCancelled({ signal }: Pick<JobControl, 'signal'>): void {
  if (signal.aborted) throw new AppError('cancelled', 'Stopped.');
}

/** Items between two pauses: few enough that a cancel is felt at once. */
const CHUNK = 200;

/**
 * Visits every item in order, pausing now and then.
 *
 * @throws {AppError} `cancelled` at the first pause after the signal aborts; earlier items stay visited
 */
export async function visitAll<T>(
  items: readonly T[],
  visit: (item: T) => void | Promise<void>,
  job: JobControl,
): Promise<void> {
  for (let done = 0; done < items.length; ) {
    throwIfCancelled(job);
    for (const item of items.slice(done, done + CHUNK)) await visit(item);
    done = Math.min(done + CHUNK, items.length);
    job.onProgress(done, items.length);
    await job.pause();
  }
}
