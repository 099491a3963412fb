import { z } from 'zod/mini';
import type { ErrorCode } from '#shared/kernel/app-error.ts';

/** The way to a host before anything of it is believed: words and values, no types. */
export type HostLink = {
  /** @returns a reply, to be parsed; a bridge that throws is answered for by whoever parses it */
  call(channel: string, input: unknown): Promise<unknown>;
  /** @returns a function that stops listening */
  listen(event: string, listener: (payload: unknown) => void): () => void;
};

/** An error as a host sends it. Its code is one of ours, or of a later version: then it is shown by its message alone. */
export const errorSchema = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string'),
  message: z.string(),
});

/** A reply as a host sends it; the value is parsed by the channel's own schema. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorSchema }),
]);
