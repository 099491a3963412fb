import { AppError } from '#shared/kernel/app-error.ts';

/** What files and databases of the engine throw, in words for the analyst. */
export function storageError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return new AppError('disk-full', 'The disk has no room for the search index. What was imported is safe.', error);
  }
  return new AppError('unavailable', 'The files of the search index cannot be opened.', error);
}
