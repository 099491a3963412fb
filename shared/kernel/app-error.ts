/** Every way the workbench can fail that a person or a test may need to tell apart. */
export type ErrorCode =
  | 'bad-input' // a value from outside did not fit its schema
  | 'not-found' // the record was deleted, or never existed
  | 'conflict' // it changed meanwhile, or its state forbids this
  | 'span-outside-text' // a span is empty or leaves its text
  | 'too-large' // more bytes, rows or depth than the bound named in the message
  | 'unreadable' // bytes that are not what they should be: damaged, encrypted, of another kind
  | 'altered' // a hash or a signature does not fit what it covers
  | 'newer-version' // written by a later version of the workbench
  | 'disk-full' // no room left, or the quota is used up
  | 'refused' // the host's rules forbid it: sender, origin, token, path
  | 'unavailable' // the other side has gone, or this host cannot do it
  | 'timed-out' // it took longer than it may, and was stopped
  | 'cancelled' // the analyst stopped a job
  | 'internal'; // a bug: nothing the analyst did

/** An error as it crosses a process: no stack, no path, no cause. */
export type ErrorPayload = { readonly code: ErrorCode; readonly message: string };

/** The one error class. `message` is for the analyst, `cause` is for the log. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Makes any thrown value fit to send: no stack, no path, no cause. */
export function toPayload(error: unknown): ErrorPayload {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return { code: 'internal', message: 'Something went wrong. The log has the details.' };
}
