import { AppError } from '#shared/kernel/app-error.ts';

/**
 * Says in words what the database could not do. An `AppError` is handed on as it is.
 *
 * @param error - whatever was thrown
 */
export function storeError(error: unknown): AppError {
  const chain = causesOf(error);
  const ours = chain.find((each) => each instanceof AppError);
  if (ours instanceof AppError) return ours;
  const names = chain.map((each) => (each instanceof Error ? each.name : ''));
  if (names.includes('QuotaExceededError')) {
    return new AppError(
      'disk-full',
      'There is no room left on the disk. What was done before is kept; this change was not made. Free some room, then do it again.',
      error,
    );
  }
  // how Chromium says that a commit could not be written; a quota it would have named
  if (names.includes('AbortError') && (names.includes('DataError') || names.includes('UnknownError'))) {
    return new AppError(
      'disk-full',
      'The disk could not be written: it is full, or failing. What was done before is kept; this change was not made. Free some room, then do it again.',
      error,
    );
  }
  if (names.includes('ConstraintError') || names.includes('BulkError')) {
    return new AppError('conflict', 'This was made meanwhile in another window. Nothing was overwritten.', error);
  }
  if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) {
    return new AppError('unavailable', 'The store was closed. Start the workbench again.', error);
  }
  return new AppError('internal', 'The store failed. Nothing was changed. The log has the details.', error);
}

/** Dexie keeps what the browser said in `inner`, others in `cause`; a bulk error keeps a list. */
function causesOf(error: unknown): unknown[] {
  const seen: unknown[] = [];
  let next: unknown = error;
  while (next !== undefined && next !== null && !seen.includes(next)) {
    seen.push(next);
    const { inner, cause, failures } = Object(next);
    next = inner ?? cause ?? (Array.isArray(failures) ? failures[0] : undefined);
  }
  return seen;
}
