import { AppError, type ErrorCode } from '#shared/kernel/app-error.ts';

/** The code with which something fails; null when it succeeds. */
export async function codeOf(outcome: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await outcome;
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
