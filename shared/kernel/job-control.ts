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
