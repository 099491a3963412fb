import { AppError } from '#shared/kernel/app-error.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The system's own word for what went wrong (`ENOENT`), or null where it has none. */
export function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Puts a failure of the file system into words for the analyst, without a path; passes on what is in words already. */
export function tellDiskError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = systemCodeOf(error);
  if (code !== null && FULL.has(code)) {
    return new AppError(
      'disk-full',
      'The disk that holds the data folder is full. What was kept before is untouched.',
      error,
    );
  }
  if (code === 'ENOENT') return new AppError('not-found', 'This file is no longer there.', error);
  return new AppError('unavailable', `The data folder cannot be used (${code ?? 'unknown reason'}).`, error);
}
