import { AppError, type ErrorPayload } from './app-error.ts';

/** An answer that survives a crossing between processes, where error classes and stacks are lost. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorPayload };

/**
 * Opens a reply on the side that asked.
 *
 * @throws {AppError} the code and message that the other side sent
 */
export function openReply<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, reply.error.message);
}
