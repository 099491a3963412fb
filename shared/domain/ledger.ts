import { z } from 'zod/mini';
import type { Brand } from '#shared/kernel/brand.ts';
import { branded, groupIdSchema, hashSchema } from './ids.ts';

/** Names a chain: `<case id>.<person id>`, or `workspace.<person id>` for what belongs to no case. */
export const chainIdSchema = branded<'ChainId'>(/^(workspace|[0-9a-f-]{36})\.[0-9a-f-]{36}$/);
/** Names a chain of ledger entries. */
export type ChainId = Brand<string, 'ChainId'>;

/** A hybrid logical clock reading as text that sorts: 12 hex digits of milliseconds, `-`, 4 hex digits of a counter. */
export const clockSchema = branded<'Clock'>(/^[0-9a-f]{12}-[0-9a-f]{4}$/);
/** A hybrid logical clock reading as text that sorts. */
export type Clock = Brand<string, 'Clock'>;

/** The part of an entry that the chain is made of, and that is never dropped. */
export const ledgerHeaderSchema = z.strictObject({
  format: z.literal(1),
  chain: chainIdSchema,
  /** From 1, without gaps. */
  seq: z.int().check(z.positive()),
  clock: clockSchema,
  group: groupIdSchema,
  /** `entity:merge`; `undo:<group>` and `redo:<group>` name the step they take back or bring again. */
  action: z.string().check(z.regex(/^[a-z][a-z-]*:[a-z0-9-]+$/)),
  /** Hash of the entry before; null for the first. */
  previous: z.nullable(hashSchema),
  payloadHash: hashSchema,
});

/** The part of an entry that the chain is made of. */
export type LedgerHeader = z.infer<typeof ledgerHeaderSchema>;

/**
 * One change of one row, or in a bulk entry of many (`id` is `*`, the value lists `rows`). With `field` null the whole row is made (`before` null) or removed (`after` null). An element of
 * a set is `names[<key>]`. In a bulk entry a row stands as `{ "sha256": … }` instead of its contents.
 */
export const changeSchema = z.strictObject({
  table: z.string(),
  /** The row's key; keys of several parts are joined by `/`. */
  id: z.string(),
  field: z.nullable(z.string()),
  before: z.json(),
  after: z.json(),
});

/** One change of one row. */
export type Change = z.infer<typeof changeSchema>;

/** The part of an entry that may have to go: what it says in words, and the values. */
export const ledgerPayloadSchema = z.strictObject({
  /** 32 hex digits of chance, so that a dropped payload cannot be guessed from its hash. */
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** `Tag "Tell Tamr" as Place`. */
  words: z.string(),
  changes: z.array(changeSchema),
});

/** The part of an entry that may have to go. */
export type LedgerPayload = z.infer<typeof ledgerPayloadSchema>;

/** One entry of a chain as it is stored and exported. */
export const ledgerEntrySchema = z.strictObject({
  header: ledgerHeaderSchema,
  /** SHA-256 of the header as RFC 8785 canonical JSON. */
  hash: hashSchema,
  /** Null when it was purged or redacted. */
  payload: z.nullable(ledgerPayloadSchema),
});

/** One entry of a chain. */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** The last entry of a chain, signed by the key of the device that wrote it. */
export const ledgerHeadSchema = z.strictObject({
  chain: chainIdSchema,
  seq: z.int().check(z.positive()),
  hash: hashSchema,
  clock: clockSchema,
  /** Ed25519 over the head, 128 hex digits. */
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});

/** The last entry of a chain, signed. */
export type LedgerHead = z.infer<typeof ledgerHeadSchema>;
