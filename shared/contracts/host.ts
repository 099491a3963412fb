import { z } from 'zod/mini';
import type { Reply } from '#shared/kernel/reply.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const token = z.string().check(z.regex(/^[\w-]{8,64}$/));
const chainId = z.string().check(z.regex(/^[\w:.-]{1,160}$/));
const seq = z.int().check(z.positive());
const fileName = z.string().check(z.regex(/^[^/\\\p{Cc}]{1,200}$/u));

/** Bytes of one `…:write` or `…:read` call: base64, so that both hosts carry plain JSON. */
export const CHUNK_BYTES = 1_048_576;
const chunk = z.string().check(z.maxLength(Math.ceil(CHUNK_BYTES / 3) * 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/** Which program shows the desk: the place that holds the workspace. */
const placeSchema = z.strictObject({
  hostKind: z.enum(['electron', 'loopback']),
  engine: z.string(),
  engineMajor: z.int(),
  browserPath: z.nullable(z.string()),
});

/** The head of one ledger chain as the host last heard of it. */
export const witnessHeadSchema = z.strictObject({ chain: chainId, seq, hash });

const safetyCopySchema = z.strictObject({
  name: fileName,
  caseId: z.string(),
  caseName: z.string(),
  writtenAt: z.string(),
  bytes: z.int(),
  sha256: hash,
  /** How far the chains of the case had come; empty when that is not known. */
  heads: z.array(witnessHeadSchema),
  /** True when the analyst has gone on since, knowing of it: what it holds was brought back, removed or given up. */
  isPassed: z.boolean(),
});

const nothing = z.null();

/**
 * Everything the desk may ask of its host. Nothing else crosses the bridge; both hosts serve exactly this.
 * Inputs are parsed where they enter the host, outputs where they enter the desk.
 */
export const hostContract = {
  /** What this host is, where it keeps things, and what the analyst has to know about it. */
  'host:describe': {
    input: nothing,
    output: z.strictObject({
      hostKind: z.enum(['electron', 'loopback']),
      version: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
      /** The place that held the workspace before this start; null in a new data folder. */
      heldBy: z.nullable(placeSchema),
      /** True in the analyst's own browser, where other extensions and a network stand beside the desk. */
      isOwnBrowser: z.boolean(),
    }),
  },
  /** Requests that were refused: the page's own and those that the browser makes for itself. */
  'network:count': { input: nothing, output: z.strictObject({ page: z.int(), browser: z.int() }) },
  /** Room on the disk that holds the data folder; the browser's own estimate is an invention. */
  'disk:free': { input: nothing, output: z.strictObject({ freeBytes: z.number(), totalBytes: z.number() }) },

  /** The heads as they were last noted; empty in a new data folder. */
  'witness:read': { input: nothing, output: z.array(witnessHeadSchema) },
  /** Notes heads outside the browser's profile. A head that is not later than the noted one changes nothing. */
  'witness:append': { input: z.array(witnessHeadSchema).check(z.maxLength(1000)), output: nothing },
  /** Starts the witness anew after the analyst has accepted what is gone, and passes all safety copies; the old file is kept beside it. */
  'witness:restart': { input: z.array(witnessHeadSchema).check(z.maxLength(10_000)), output: nothing },

  'safety-copy:list': { input: nothing, output: z.array(safetyCopySchema) },
  /** Opens a copy for writing, aside from the kept ones. */
  'safety-copy:begin': {
    input: z.strictObject({
      caseId: z.string().check(z.maxLength(64)),
      caseName: z.string().check(z.maxLength(400)),
      heads: z.optional(z.array(witnessHeadSchema).check(z.maxLength(1000))),
    }),
    output: z.strictObject({ token }),
  },
  'safety-copy:write': { input: z.strictObject({ token, chunk }), output: nothing },
  /** Verifies the bytes on disk, renames them into place and thins the older ones of that case by age. */
  'safety-copy:finish': {
    input: z.strictObject({ token, sha256: hash, bytes: z.int() }),
    output: safetyCopySchema,
  },
  'safety-copy:abandon': { input: z.strictObject({ token }), output: nothing },
  'safety-copy:read': {
    input: z.strictObject({ name: fileName, offset: z.int().check(z.nonnegative()) }),
    output: z.strictObject({ chunk, isLast: z.boolean() }),
  },

  /** A file the operating system handed over (double click, second start, *Open case file…* of the menu). */
  'opened-file:read': {
    input: z.strictObject({ token, offset: z.int().check(z.nonnegative()) }),
    output: z.strictObject({ chunk, isLast: z.boolean() }),
  },
  'opened-file:close': { input: z.strictObject({ token }), output: nothing },

  /** Opens another window on the same workspace. */
  'window:open': { input: z.strictObject({ hash: z.string().check(z.maxLength(2000)) }), output: nothing },
  /** The page is drawn and listens to events: files handed over before now are announced. */
  'window:ready': { input: nothing, output: nothing },
  /** Everything that had to be written at closing is written. */
  'window:may-close': { input: nothing, output: nothing },

  /** The engine cannot read the files of the store: the next start keeps them beside a new, empty one. */
  'store:set-aside': { input: nothing, output: nothing },

  /** Records that this host and browser now hold the workspace; called once the store is seen to be whole. */
  'place:hold': { input: nothing, output: nothing },
  /** Releases the workspace, so that the next start may open it in the other host from its safety copies. */
  'place:release': { input: z.strictObject({ to: z.enum(['electron', 'loopback']) }), output: nothing },
} satisfies Record<string, { input: z.core.$ZodType; output: z.core.$ZodType }>;

export type HostContract = typeof hostContract;
/** A word that the desk may ask its host with. */
export type Channel = keyof HostContract;
export type Input<C extends Channel> = z.infer<HostContract[C]['input']>;
export type Output<C extends Channel> = z.infer<HostContract[C]['output']>;
export type Place = z.infer<typeof placeSchema>;
export type WitnessHead = z.infer<typeof witnessHeadSchema>;
export type SafetyCopy = z.infer<typeof safetyCopySchema>;

/** Everything a host tells the desk without being asked. */
export const hostEvents = {
  /** A command of the native menu. */
  'command:run': z.strictObject({ id: z.string() }),
  /** A file is ready to be read with `opened-file:read`. */
  'file:opened': z.strictObject({ token, name: fileName, bytes: z.int() }),
  /** The window is about to close: write what must be written, then call `window:may-close`. */
  'window:closing': z.strictObject({}),
  /** The host is about to end, or has ended. */
  'host:gone': z.strictObject({}),
} satisfies Record<string, z.core.$ZodType>;

export type HostEvent = keyof typeof hostEvents;
export type EventPayload<E extends HostEvent> = z.infer<(typeof hostEvents)[E]>;

/** `window.workbench`: what a preload or the loopback client puts there, and no more. */
export type Workbench = {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<Output<C>>>;
  /** @returns a function that stops listening */
  listen<E extends HostEvent>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
};

/** Whether a word from outside names a channel. */
export function isChannel(word: unknown): word is Channel {
  return typeof word === 'string' && Object.hasOwn(hostContract, word);
}
